import { compilePolicy, type CompiledPolicy } from "../../policy/compile.ts";
import type { Condition, Principals, Statement } from "../../policy/document.ts";
import type { World } from "../../world/world.ts";
import { effectiveBlock } from "./block.ts";
import type { Bucket } from "./state.ts";

export const groups = ["AllUsers", "AuthenticatedUsers", "LogDelivery"] as const;
export const permissions = ["READ", "WRITE", "READ_ACP", "WRITE_ACP", "FULL_CONTROL"] as const;
type Permission = (typeof permissions)[number];

/** What an ACL gives somebody beside the owner, who has everything: a group of AWS's, or an account by its number. */
export type AclGrant = { to: string; permission: Permission };

const give = (to: string, ...given: Permission[]): AclGrant[] =>
  given.map((permission) => ({ to, permission }));

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
export const canned: Readonly<Record<string, readonly AclGrant[]>> = {
  private: [],
  "public-read": give("AllUsers", "READ"),
  "public-read-write": give("AllUsers", "READ", "WRITE"),
  "authenticated-read": give("AuthenticatedUsers", "READ"),
  "log-delivery-write": give("LogDelivery", "WRITE", "READ_ACP"),
  // Whoever wrote an object: here it belongs to the bucket's owner, who has everything.
  "bucket-owner-read": [],
  "bucket-owner-full-control": [],
};

export const isPublicGrant = ({ to }: AclGrant): boolean =>
  to === "AllUsers" || to === "AuthenticatedUsers";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-access-policy-permission-mapping */
const onBucket: Readonly<Record<Permission, readonly string[]>> = {
  READ: ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"],
  WRITE: [],
  READ_ACP: ["s3:GetBucketAcl"],
  WRITE_ACP: ["s3:PutBucketAcl"],
  FULL_CONTROL: [],
};
const onObject: typeof onBucket = {
  READ: ["s3:GetObject", "s3:GetObjectVersion"],
  WRITE: [],
  READ_ACP: ["s3:GetObjectAcl", "s3:GetObjectVersionAcl"],
  WRITE_ACP: ["s3:PutObjectAcl", "s3:PutObjectVersionAcl"],
  FULL_CONTROL: [],
};
/** What the bucket's own list says of the objects in it: whoever may write there may add some. */
const intoBucket: typeof onBucket = {
  ...onObject,
  READ: [],
  READ_ACP: [],
  WRITE_ACP: [],
  WRITE: ["s3:PutObject"],
};

const actionsOf = (permission: Permission, map: typeof onBucket): readonly string[] =>
  permission === "FULL_CONTROL" ? Object.values(map).flat() : map[permission];

/** Grants that have an effect: none where ACLs are off, none to the public where those are ignored. */
export const inForce = (world: World, bucket: Bucket, grants: readonly AclGrant[]): AclGrant[] => {
  if (bucket.ownership === "BucketOwnerEnforced") return [];
  const ignored = effectiveBlock(world, bucket).IgnorePublicAcls;
  return grants.filter((one) => !ignored || !isPublicGrant(one));
};

type At = { world: World; bucket: Bucket; key: string | null; id: string | null };

/** The bucket's policy and, as statements of the same set, what the ACLs of bucket and object give there. */
export function policyAt({ world, bucket, key, id }: At): CompiledPolicy | null {
  const own = bucket.policy?.compiled ?? null;
  const from = (grants: readonly AclGrant[], map: typeof onBucket): Statement[] =>
    inForce(world, bucket, grants).flatMap(({ to, permission }) => {
      const patterns = actionsOf(permission, map);
      return patterns.length > 0 ? [statementFor(to, patterns)] : [];
    });
  const versions = key === null ? [] : (bucket.objects.get(key) ?? []);
  const version = id === null ? versions[0] : versions.find((one) => one.id === id);
  const given =
    key === null
      ? from(bucket.acl, onBucket)
      : [...from(bucket.acl, intoBucket), ...from(version?.acl ?? [], onObject)];
  if (given.length === 0) return own;
  const statements = [...(own?.document.statements ?? []), ...given];
  const document = {
    version: own?.document.version ?? "2012-10-17",
    id: null,
    statements,
  } as const;
  const name = own ? "bucket policy and ACL" : "ACL";
  // Whether a policy is public has nothing to do with ACLs.
  return {
    ...compilePolicy(document, { name, kind: "resource" }),
    isPublic: own?.isPublic ?? false,
  };
}

/** It stands at the one resource that is asked about, and so names none. */
const statementFor = (to: string, patterns: readonly string[]): Statement => ({
  sid: `acl-${to}`,
  effect: "Allow",
  principals: principalsOf(to),
  actions: { not: false, patterns },
  resources: null,
  conditions: to === "AuthenticatedUsers" ? [signed] : [],
  line: 1,
  column: 1,
});

/** Whoever has an account of AWS's, whichever. */
const signed: Condition = { operator: "Null", key: "aws:PrincipalAccount", values: ["false"] };

function principalsOf(to: string): Principals {
  if (to === "LogDelivery")
    return { not: false, entries: [{ type: "Service", value: "logging.s3.amazonaws.com" }] };
  return { not: false, entries: [{ type: "AWS", value: /^\d/.test(to) ? to : "*" }] };
}
