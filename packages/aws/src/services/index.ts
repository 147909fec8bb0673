import type { ServiceId } from "../codec/call.ts";
import type { ServiceSpec } from "../world/define.ts";
import { accessanalyzer } from "./accessanalyzer/accessanalyzer.ts";
import { cloudtrail } from "./cloudtrail/cloudtrail.ts";
import { guardduty } from "./guardduty/guardduty.ts";
import { ec2 } from "./ec2/ec2.ts";
import { iam } from "./iam/iam.ts";
import { kms } from "./kms/kms.ts";
import { lambda } from "./lambda/lambda.ts";
import { logs } from "./logs/logs.ts";
import { organizations } from "./organizations/organizations.ts";
import { s3 } from "./s3/s3.ts";
import { s3control } from "./s3control/s3control.ts";
import { secretsmanager } from "./secretsmanager/secretsmanager.ts";
import { sts } from "./sts/sts.ts";

/** Every service that is emulated: adding one is a folder and a line here. */
export const services: readonly ServiceSpec<unknown>[] = [
  iam,
  kms,
  s3,
  s3control,
  secretsmanager,
  sts,
  ec2,
  lambda,
  organizations,
  cloudtrail,
  guardduty,
  accessanalyzer,
  logs,
] as unknown as ServiceSpec<unknown>[];

const byId = new Map(services.map((spec) => [spec.id, spec]));

export const specOf = (id: ServiceId): ServiceSpec<unknown> | null => byId.get(id) ?? null;
