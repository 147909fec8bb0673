import { stateIn } from "../../world/define.ts";
import type { StoredPolicy } from "../../world/stored-policy.ts";
import type { World } from "../../world/world.ts";
import type { AclGrant } from "./grants.ts";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export type Block = {
  BlockPublicAcls: boolean;
  IgnorePublicAcls: boolean;
  BlockPublicPolicy: boolean;
  RestrictPublicBuckets: boolean;
};

/** How an object lies there. `key` is a reference as it was given in a configuration, an ARN at an object. */
export type Encryption = {
  algorithm: "AES256" | "aws:kms" | "aws:kms:dsse";
  key: string | null;
  bucketKey: boolean;
};

export type Retention = { mode: "GOVERNANCE" | "COMPLIANCE"; untilMs: number };

export type ObjectVersion = {
  key: string;
  /** "null" of what was written without versioning. */
  id: string;
  /** A delete marker has no content. */
  marker: boolean;
  body: Uint8Array;
  atMs: number;
  etag: string;
  /** ContentType and the like, by their names in the API. */
  headers: Readonly<Record<string, string>>;
  metadata: Readonly<Record<string, string>>;
  tags: Map<string, string>;
  encryption: Encryption;
  storageClass: string;
  retention: Retention | null;
  hold: boolean;
  /** What its ACL gives beside the owner. */
  acl: readonly AclGrant[];
  replication: "REPLICA" | "COMPLETED" | "FAILED" | null;
};

export type Upload = {
  id: string;
  key: string;
  input: Readonly<Record<string, unknown>>;
  initiator: string;
  atMs: number;
  parts: Map<number, { body: Uint8Array; etag: string; atMs: number }>;
};

export type Bucket = {
  name: string;
  arn: string;
  account: string;
  region: string;
  createdMs: number;
  policy: StoredPolicy | null;
  block: Block | null;
  ownership: string | null;
  /** What its ACL gives beside the owner; without effect where ACLs are off. */
  acl: readonly AclGrant[];
  encryption: Encryption;
  /** Kinds of encryption that writes may not ask for: SSE-C. */
  blockedEncryption: readonly string[];
  versioning: "Enabled" | "Suspended" | null;
  mfaDelete: boolean;
  /** Null without Object Lock. */
  lock: { rule: { mode: Retention["mode"]; days: number } | null; sent: unknown } | null;
  tags: Map<string, string>;
  /** Whether tags count in policies: attribute-based access control of buckets. */
  abac: boolean;
  /** Configurations that are kept as they were sent, by their kind. */
  configured: Map<string, Readonly<Record<string, unknown>>>;
  /** By key, the newest version first. */
  objects: Map<string, ObjectVersion[]>;
  uploads: Map<string, Upload>;
};

/** `block`: the account's own Block Public Access, over every bucket. */
export type S3State = { buckets: Map<string, Bucket>; block: Block | null };

export const startS3 = (): S3State => ({ buckets: new Map(), block: null });

const scope = { id: "s3", scope: "global", start: startS3 } as const;

export function s3Of(world: World, account: string): S3State | null {
  const found = world.accounts.get(account);
  return found ? stateIn<S3State>(scope, found, "") : null;
}

/** A bucket's name belongs to one account in the whole world. */
export function bucketIn(world: World, name: string): Bucket | null {
  for (const account of world.accounts.keys()) {
    const found = s3Of(world, account)?.buckets.get(name);
    if (found) return found;
  }
  return null;
}

export const objectArn = (bucket: Pick<Bucket, "arn">, key: string): string =>
  `${bucket.arn}/${key}`;
