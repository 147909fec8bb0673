import { createHash } from "node:crypto";

import { defineOperations } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import type { World } from "../../../world/world.ts";
import { effectiveBlock } from "../block.ts";
import {
  bucketNeed,
  bucketOf,
  denied,
  invalidArgument,
  notEmulated,
  onBucket,
  type Ctx,
} from "../find.ts";
import { canned, inForce, isPublicGrant, type AclGrant } from "../grants.ts";
import { askedOf, existing, versionNeed } from "../object/versions.ts";
import type { Bucket, S3State } from "../state.ts";

/** An account's canonical user id: 64 hexadecimal digits that say nothing of its number. */
export const ownerOf = ({ account }: Pick<Bucket, "account">) => ({ ID: canonicalIdOf(account) });

export const canonicalIdOf = (account: string): string =>
  createHash("sha256").update(`canonical ${account}`).digest("hex");

const addresses: Readonly<Record<string, string>> = {
  AllUsers: "http://acs.amazonaws.com/groups/global/AllUsers",
  AuthenticatedUsers: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
  LogDelivery: "http://acs.amazonaws.com/groups/s3/LogDelivery",
};

const granteeOf = (to: string) =>
  to in addresses
    ? { Type: "Group", URI: addresses[to]! }
    : { ...ownerOf({ account: to }), Type: "CanonicalUser" };

/**
 * What is told is what S3 goes by: the owner alone where ACLs are off, and nobody whom IgnorePublicAcls ignores.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-options
 */
const written = (world: World, bucket: Bucket, given: readonly AclGrant[]) => ({
  Owner: ownerOf(bucket),
  Grants: [
    { to: bucket.account, permission: "FULL_CONTROL" },
    ...inForce(world, bucket, given),
  ].map(({ to, permission }) => ({ Grantee: granteeOf(to), Permission: permission })),
});

const aclKeys = ({ input }: Ctx): Record<string, string> => {
  const acl = input.optional("ACL");
  return acl === null ? {} : { "s3:x-amz-acl": acl };
};

export const aclOperations = defineOperations<S3State>()({
  GetBucketAcl: {
    readOnly: true,
    needs: onBucket("s3:GetBucketAcl"),
    run: (context) => {
      const bucket = bucketOf(context);
      return written(context.world, bucket, bucket.acl);
    },
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
    run: (context) => {
      const bucket = bucketOf(context);
      bucket.acl = sentAcl(context, bucket, true) ?? bucket.acl;
    },
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
      return written(context.world, bucket, existing(context, askedOf(context, bucket)).acl);
    },
  },
  PutObjectAcl: {
    readOnly: false,
    event: "data",
    needs: (context) => {
      const asked = askedOf(context, bucketOf(context));
      const need = versionNeed(context, asked, "s3:PutObjectAcl");
      return [{ ...need, context: { ...need.context, ...aclKeys(context) } }];
    },
    run: (context) => {
      const bucket = bucketOf(context);
      const given = sentAcl(context, bucket, true);
      const version = existing(context, askedOf(context, bucket));
      version.acl = given ?? version.acl;
    },
  },
});

const headers = ["GrantFullControl", "GrantRead", "GrantReadACP", "GrantWrite", "GrantWriteACP"];

/**
 * What the ACL of a request gives beside the owner; null where it names none. Access control lists are off where the
 * bucket's owner owns everything, which is the default since April 2023: then only the list that gives the owner
 * everything is taken.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function sentAcl(context: Ctx, bucket: Bucket, setting = false): readonly AclGrant[] | null {
  const { input, world } = context;
  const acl = input.optional("ACL");
  const granting = input.has("AccessControlPolicy") || headers.some((name) => input.has(name));
  if (acl === null && !granting && !setting) return null;
  const isOff = bucket.ownership === "BucketOwnerEnforced";
  if (acl === "bucket-owner-full-control" && !granting) return isOff ? null : [];
  if (isOff) throw refusal("AccessControlListNotSupported", "The bucket does not allow ACLs");
  if (acl === null || granting) throw notEmulated("An ACL that is not a canned one");
  const given = Object.hasOwn(canned, acl) ? canned[acl]! : null;
  if (!given) throw acl === "aws-exec-read" ? notEmulated(acl) : invalidArgument("");
  if (given.some(isPublicGrant) && effectiveBlock(world, bucket).BlockPublicAcls) throw denied();
  return given;
}

/** To give somebody else access to an object while writing it takes s3:PutObjectAcl too. */
export const givesAway = (acl: string | null): boolean =>
  acl !== null && (canned[acl]?.length ?? 0) > 0;
