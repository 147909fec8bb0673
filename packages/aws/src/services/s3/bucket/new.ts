import { everythingBlocked } from "../block.ts";
import type { Bucket } from "../state.ts";

/**
 * A bucket as it is made in 2026: no public access, no ACLs, encrypted with keys of S3, and no keys that the
 * customer provides.
 */
export const newBucket = (
  given: Pick<Bucket, "name" | "account" | "region" | "createdMs">,
): Bucket => ({
  ...given,
  arn: `arn:aws:s3:::${given.name}`,
  policy: null,
  block: everythingBlocked(),
  ownership: "BucketOwnerEnforced",
  acl: [],
  encryption: { algorithm: "AES256", key: null, bucketKey: false },
  blockedEncryption: ["SSE-C"],
  versioning: null,
  mfaDelete: false,
  lock: null,
  tags: new Map(),
  abac: false,
  configured: new Map(),
  objects: new Map(),
  uploads: new Map(),
});
