import { dockerfiles } from "./dockerfiles/exercise.ts";
import type { Exercise } from "./exercise.ts";
import { adminRoles } from "./admin-roles/exercise.ts";
import { isolateInstance } from "./isolate-instance/exercise.ts";
import { kmsKeys } from "./kms-keys/exercise.ts";
import { listeners } from "./listeners/exercise.ts";
import { lockfiles } from "./lockfiles/exercise.ts";
import { newFindings } from "./new-findings/exercise.ts";
import { noisyRule } from "./noisy-rule/exercise.ts";
import { s3Exposure } from "./s3-exposure/exercise.ts";
import { scannerReports } from "./scanner-reports/exercise.ts";
import { secretsInSource } from "./secrets-in-source/exercise.ts";
import { securityGroups } from "./security-groups/exercise.ts";
import { siblings } from "./siblings/exercise.ts";
import { staleKeys } from "./stale-keys/exercise.ts";
import { stolenSession } from "./stolen-session/exercise.ts";
import { trailPolicy } from "./trail-policy/exercise.ts";

/** By the name that drills give. */
export const exercises: Readonly<Record<string, Exercise>> = {
  "admin-roles": adminRoles,
  dockerfiles,
  "isolate-instance": isolateInstance,
  "kms-keys": kmsKeys,
  listeners,
  lockfiles,
  "new-findings": newFindings,
  "noisy-rule": noisyRule,
  "s3-exposure": s3Exposure,
  "scanner-reports": scannerReports,
  "secrets-in-source": secretsInSource,
  "security-groups": securityGroups,
  siblings,
  "stale-keys": staleKeys,
  "stolen-session": stolenSession,
  "trail-policy": trailPolicy,
};
