import { createHash } from "node:crypto";

import { defineOperations } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { effectiveBlock } from "../block.ts";
import {
  bucketNeed,
  bucketOf,
  denied,
  notEmulated,
  objectNeed,
  onBucket,
  type Ctx,
} from "../find.ts";
import { askedOf, existing, versionNeed } from "../object/versions.ts";
import type { Bucket, S3State } from "../state.ts";

/** An account's canonical user id: 64 hexadecimal digits that say nothing of its number. */
export const ownerOf = ({ account }: Pick<Bucket, "account">) => ({
  ID: createHash("sha256").update(`canonical ${account}`).digest("hex"),
});

const everything = (bucket: Bucket) => ({
  Owner: ownerOf(bucket),
  Grants: [{ Grantee: { ...ownerOf(bucket), Type: "CanonicalUser" }, Permission: "FULL_CONTROL" }],
});

const aclKeys = ({ input }: Ctx): Record<string, string> => {
  const acl = input.optional("ACL");
  return acl === null ? {} : { "s3:x-amz-acl": acl };
};

export const aclOperations = defineOperations<S3State>()({
  GetBucketAcl: {
    readOnly: true,
    needs: onBucket("s3:GetBucketAcl"),
    run: (context) => everything(bucketOf(context)),
  },
  PutBucketAcl: {
    readOnly: false,
    needs: (context) => [
      bucketNeed(context, {
        bucket: bucketOf(context),
        action: "s3:PutBucketAcl",
        keys: aclKeys(context),
      }),
    ],
    run: (context) => withoutAcl(context, bucketOf(context), true),
  },
  GetObjectAcl: {
    readOnly: true,
    event: "data",
    anonymous: true,
    needs: (context) => [
      versionNeed(context, askedOf(context, bucketOf(context)), "s3:GetObjectAcl"),
    ],
    run: (context) => {
      const bucket = bucketOf(context);
      existing(context, askedOf(context, bucket));
      return everything(bucket);
    },
  },
  PutObjectAcl: {
    readOnly: false,
    event: "data",
    needs: (context) => {
      const { bucket, key } = askedOf(context, bucketOf(context));
      const keys = aclKeys(context);
      return [objectNeed(context, { bucket, key, action: "s3:PutObjectAcl", keys })];
    },
    run: (context) => withoutAcl(context, bucketOf(context), true),
  },
});

const grants = ["GrantFullControl", "GrantRead", "GrantReadACP", "GrantWrite", "GrantWriteACP"];

/**
 * Access control lists are off where the bucket's owner owns everything, which is the default since April 2023:
 * then only the list that gives the owner everything is taken. Where they are on, only private ones are emulated.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function withoutAcl(context: Ctx, bucket: Bucket, setting = false): void {
  const { input, world } = context;
  const acl = input.optional("ACL");
  const granting = input.has("AccessControlPolicy") || grants.some((name) => input.has(name));
  if (acl === "bucket-owner-full-control" && !granting) return;
  if (acl === null && !granting && !setting) return;
  if (bucket.ownership === "BucketOwnerEnforced")
    throw refusal("AccessControlListNotSupported", "The bucket does not allow ACLs");
  if (acl === "private" && !granting) return;
  if (acl?.startsWith("public-") && effectiveBlock(world, bucket).BlockPublicAcls) throw denied();
  throw notEmulated("An ACL that gives somebody else access");
}
