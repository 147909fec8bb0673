import { z } from "zod";

import type { Place } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { policyInput } from "../iam/declare.ts";
import { newBucket } from "./bucket/new.ts";
import { bucketPolicy } from "./bucket/policy.ts";
import {
  acl,
  declareObjects,
  encryption,
  encryptionOf,
  object,
  retention,
} from "./declare-object.ts";
import { bucketIn, type Block, type Bucket, type S3State } from "./state.ts";

const texts = z.record(z.string(), z.string());

/** All four on where nothing is said; false takes them away; of an object, what is left out is on. */
const block = z.union([
  z.literal(false),
  z.strictObject({
    BlockPublicAcls: z.boolean().default(true),
    IgnorePublicAcls: z.boolean().default(true),
    BlockPublicPolicy: z.boolean().default(true),
    RestrictPublicBuckets: z.boolean().default(true),
  }),
]);

const bucket = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "3 to 63 small letters, digits, dots and hyphens"),
  region: z.string().default("us-east-1"),
  policy: policyInput.optional(),
  publicAccessBlock: block.optional(),
  /** False: never set, as in buckets from before 2021, whose ACLs count. */
  ownership: z
    .union([
      z.literal(false),
      z.enum(["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"]),
    ])
    .optional(),
  acl: acl.optional(),
  encryption: encryption.optional(),
  /** Whether writes may bring keys of their own. */
  ssec: z.boolean().default(false),
  versioning: z.union([z.boolean(), z.literal("Suspended")]).default(false),
  mfaDelete: z.boolean().default(false),
  /** Object Lock, with or without a rule for what comes. It needs versioning and brings it. */
  lock: z.union([z.boolean(), retention]).default(false),
  tags: texts.default({}),
  abac: z.boolean().default(false),
  /** Configurations as the API has them. */
  logging: z.record(z.string(), z.json()).optional(),
  lifecycle: z.record(z.string(), z.json()).optional(),
  replication: z.record(z.string(), z.json()).optional(),
  website: z.record(z.string(), z.json()).optional(),
  notification: z.record(z.string(), z.json()).optional(),
  objects: z.record(z.string().min(1), object).default({}),
  createdDaysAgo: z.int().min(0).default(200),
});
type BucketDeclaration = z.infer<typeof bucket>;

export const s3Declaration = z.strictObject({
  /** The account's own Block Public Access; off where left out, as in an account that never set it. */
  publicAccessBlock: block.optional(),
  buckets: z.array(bucket).max(200).default([]),
});

const dayMs = 86_400_000;

export function declareS3(
  state: S3State,
  given: z.infer<typeof s3Declaration>,
  place: Place,
): void {
  if (given.publicAccessBlock) state.block = given.publicAccessBlock;
  for (const one of given.buckets) {
    if (bucketIn(place.world, one.name))
      throw refusal("BucketAlreadyExists", `the bucket ${one.name} is declared twice`);
    const made = declaredBucket(one, place);
    state.buckets.set(made.name, made);
    declareObjects(place.world, made, one.objects);
  }
}

function declaredBucket(given: BucketDeclaration, { world, account }: Place): Bucket {
  const { name, region, policy, lock, versioning, tags } = given;
  const made = newBucket({
    name,
    region,
    account: account.id,
    createdMs: world.nowMs - given.createdDaysAgo * dayMs,
  });
  if (policy !== undefined)
    made.policy = bucketPolicy(
      typeof policy === "string" ? policy : JSON.stringify(policy, null, 2),
      name,
    );
  if (given.publicAccessBlock !== undefined)
    made.block =
      given.publicAccessBlock === false ? null : (given.publicAccessBlock satisfies Block);
  if (given.ownership !== undefined) made.ownership = given.ownership || null;
  made.acl = given.acl ?? [];
  if (given.encryption !== undefined) made.encryption = encryptionOf(given.encryption, made);
  if (given.ssec) made.blockedEncryption = [];
  made.versioning = versioning === "Suspended" ? "Suspended" : versioning ? "Enabled" : null;
  made.mfaDelete = given.mfaDelete;
  if (lock !== false) {
    made.versioning = "Enabled";
    const rule = lock === true ? null : lock;
    const sent = rule && { DefaultRetention: { Mode: rule.mode, Days: rule.days } };
    made.lock = { rule, sent: { ObjectLockEnabled: "Enabled", ...(sent ? { Rule: sent } : {}) } };
  }
  made.tags = new Map(Object.entries(tags));
  made.abac = given.abac;
  for (const kind of ["logging", "lifecycle", "replication", "website", "notification"] as const) {
    const sent = given[kind];
    if (sent) made.configured.set(kind, sent);
  }
  return made;
}
