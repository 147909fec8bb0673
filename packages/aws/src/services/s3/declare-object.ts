import { z } from "zod";

import type { World } from "../../world/world.ts";
import { envelope } from "../kms/envelope.ts";
import { canned, groups, permissions } from "./grants.ts";
import { addVersion } from "./object/versions.ts";
import type { Bucket, Encryption } from "./state.ts";

const texts = z.record(z.string(), z.string());

/** AES256, or a key of KMS: an ARN, or the alias of one of this account. */
export const encryption = z.union([
  z.literal("AES256"),
  z.strictObject({ kms: z.string(), bucketKey: z.boolean().default(true) }),
]);

export const retention = z.strictObject({
  mode: z.enum(["GOVERNANCE", "COMPLIANCE"]),
  days: z.int().min(1),
});

/** A canned ACL, or what is given beside the owner's everything: to a group of AWS's, or to an account. */
export const acl = z.union([
  z.enum(Object.keys(canned) as [string, ...string[]]).transform((name) => canned[name]!),
  z.array(
    z.strictObject({
      to: z.union([z.enum(groups), z.string().regex(/^\d{12}$/, "a group, or twelve digits")]),
      permission: z.enum(permissions),
    }),
  ),
]);

/** An object's text, or more. */
export const object = z.preprocess(
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
    acl: acl.optional(),
    daysAgo: z.number().min(0).default(0),
    /** Earlier contents, the oldest first: the bucket needs versioning. */
    before: z.array(z.string()).default([]),
    /** A delete marker stands over it. */
    deleted: z.boolean().default(false),
  }),
);

type ObjectDeclaration = z.infer<typeof object>;

const dayMs = 86_400_000;

/** A name of a key becomes the ARN of an alias in the owner's account, so that it means the same to everybody. */
export function encryptionOf(
  given: z.infer<typeof encryption>,
  { account, region }: Pick<Bucket, "account" | "region">,
): Encryption {
  if (given === "AES256") return { algorithm: "AES256", key: null, bucketKey: false };
  const name = given.kms.startsWith("alias/") ? given.kms : `alias/${given.kms}`;
  const key = given.kms.startsWith("arn:") ? given.kms : `arn:aws:kms:${region}:${account}:${name}`;
  return { algorithm: "aws:kms", key, bucketKey: given.bucketKey };
}

export function declareObjects(
  world: World,
  made: Bucket,
  given: Readonly<Record<string, ObjectDeclaration>>,
): void {
  const now = world.nowMs;
  for (const [key, full] of Object.entries(given)) {
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
        acl: full.acl ?? [],
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
