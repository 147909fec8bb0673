import { z } from "zod";

import type { Place } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { World } from "../../world/world.ts";
import { policyInput } from "../iam/declare.ts";
import { envelope } from "../kms/envelope.ts";
import { addVersion } from "./object/versions.ts";
import { newBucket } from "./bucket/new.ts";
import { bucketPolicy } from "./bucket/policy.ts";
import { bucketIn, type Block, type Bucket, type Encryption, type S3State } from "./state.ts";

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

/** AES256, or a key of KMS: an ARN, or the alias of one of this account. */
const encryption = z.union([
  z.literal("AES256"),
  z.strictObject({ kms: z.string(), bucketKey: z.boolean().default(true) }),
]);

const retention = z.strictObject({
  mode: z.enum(["GOVERNANCE", "COMPLIANCE"]),
  days: z.int().min(1),
});

/** An object's text, or more. */
const object = z.preprocess(
  (value) => (typeof value === "string" ? { text: value } : value),
  z.strictObject({
    text: z.string().default(""),
    base64: z.base64().optional(),
    /** The text is encrypted by whoever wrote it: under a data key, and that under this key's ARN. */
    envelope: z
      .strictObject({
        key: z.string().regex(/^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/.+$/, "a key's ARN"),
        context: texts.default({}),
      })
      .optional(),
    tags: texts.default({}),
    metadata: texts.default({}),
    contentType: z.string().optional(),
    kms: z.string().optional(),
    retention: retention.optional(),
    hold: z.boolean().default(false),
    daysAgo: z.number().min(0).default(0),
    /** Earlier contents, the oldest first: the bucket needs versioning. */
    before: z.array(z.string()).default([]),
    /** A delete marker stands over it. */
    deleted: z.boolean().default(false),
  }),
);

const bucket = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "3 to 63 small letters, digits, dots and hyphens"),
  region: z.string().default("us-east-1"),
  policy: policyInput.optional(),
  publicAccessBlock: block.optional(),
  ownership: z.enum(["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"]).optional(),
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
    declareObjects(made, one, place);
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
  made.ownership = given.ownership ?? made.ownership;
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

/** A name of a key becomes the ARN of an alias in the owner's account, so that it means the same to everybody. */
function encryptionOf(
  given: z.infer<typeof encryption>,
  { account, region }: Pick<Bucket, "account" | "region">,
): Encryption {
  if (given === "AES256") return { algorithm: "AES256", key: null, bucketKey: false };
  const name = given.kms.startsWith("alias/") ? given.kms : `alias/${given.kms}`;
  const key = given.kms.startsWith("arn:") ? given.kms : `arn:aws:kms:${region}:${account}:${name}`;
  return { algorithm: "aws:kms", key, bucketKey: given.bucketKey };
}

function declareObjects(made: Bucket, { objects }: BucketDeclaration, { world }: Place): void {
  const now = world.nowMs;
  for (const [key, full] of Object.entries(objects)) {
    const own =
      full.kms === undefined
        ? made.encryption
        : encryptionOf({ kms: full.kms, bucketKey: false }, made);
    const add = (body: Uint8Array, marker = false) => {
      const version = addVersion(world, made, {
        key,
        body,
        marker,
        headers: full.contentType === undefined ? {} : { ContentType: full.contentType },
        metadata: full.metadata,
        tags: new Map(Object.entries(full.tags)),
        encryption: own,
        storageClass: "STANDARD",
        retention: full.retention
          ? { mode: full.retention.mode, untilMs: now + full.retention.days * dayMs }
          : null,
        hold: full.hold,
        replication: null,
      });
      version.atMs = now - full.daysAgo * dayMs;
    };
    for (const text of full.before) add(bytes(text));
    add(bodyOf(world, full));
    if (full.deleted) add(new Uint8Array(), true);
  }
}

function bodyOf(world: World, { text, base64, envelope: sealed }: z.infer<typeof object>) {
  if (base64 !== undefined) return new Uint8Array(Buffer.from(base64, "base64"));
  return bytes(sealed ? envelope(world, { ...sealed, text }) : text);
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
