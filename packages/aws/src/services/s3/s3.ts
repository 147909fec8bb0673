import { defineService, type AskedOf } from "../../world/define.ts";
import { effectiveBlock } from "./block.ts";
import { aclOperations } from "./bucket/acl.ts";
import { bucketOperations } from "./bucket/buckets.ts";
import { configurationOperations } from "./bucket/configurations.ts";
import { bucketPolicyOperations } from "./bucket/policy.ts";
import { protectionOperations } from "./bucket/protection.ts";
import { replicationOperations } from "./bucket/replication.ts";
import { settingOperations } from "./bucket/settings.ts";
import { declareS3, s3Declaration } from "./declare.ts";
import { deleteOperations } from "./object/delete.ts";
import { policyAt } from "./grants.ts";
import { listOperations } from "./object/list.ts";
import { lockOperations } from "./object/lock-operations.ts";
import { multipartOperations } from "./object/multipart.ts";
import { readOperations } from "./object/read.ts";
import { objectTagOperations } from "./object/tagging.ts";
import { writeOperations } from "./object/write.ts";
import { bucketIn, startS3 } from "./state.ts";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html */
export const s3 = defineService({
  id: "s3",
  prefix: "s3",
  eventSource: "s3.amazonaws.com",
  scope: "global",
  denied: { code: "AccessDenied", status: 403 },
  start: startS3,
  declaration: s3Declaration,
  declare: declareS3,
  operations: {
    ...configurationOperations,
    ...bucketOperations,
    ...bucketPolicyOperations,
    ...settingOperations,
    ...protectionOperations,
    ...replicationOperations,
    ...aclOperations,
    ...listOperations,
    ...readOperations,
    ...writeOperations,
    ...deleteOperations,
    ...objectTagOperations,
    ...lockOperations,
    ...multipartOperations,
  },
  atResource: ({ world, arn, context }: AskedOf) => {
    const [, name = "", key = null] = /^arn:aws:s3:::([^/]+)(?:\/(.*))?$/s.exec(arn) ?? [];
    const bucket = bucketIn(world, name);
    if (!bucket) return null;
    return {
      policy: policyAt({ world, bucket, key, id: idIn(context) }),
      // A bucket's tags are no condition keys until its owner says so; an object's have keys of their own.
      tags: bucket.abac ? Object.fromEntries(bucket.tags) : {},
      restrictPublic: effectiveBlock(world, bucket).RestrictPublicBuckets,
    };
  },
});

const idIn = (context: AskedOf["context"]): string | null => {
  const id = context["s3:VersionId"];
  return typeof id === "string" ? id : null;
};
