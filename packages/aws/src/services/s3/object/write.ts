import { defineOperations, type Need } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { bucketNamed, bucketOf, invalidArgument, objectNeed, type Ctx } from "../find.ts";
import type { Bucket, ObjectVersion, S3State } from "../state.ts";
import { givesAway, sentAcl } from "../bucket/acl.ts";
import { decrypted, encryptionFor, encryptionKeys } from "./encrypting.ts";
import { lockFor, lockKeys, lockNeeds, wantedLock } from "./locking.ts";
import { conditions, shownId, writtenEncryption } from "./read.ts";
import { replicate } from "./replicate.ts";
import { checkedTags, requestTagKeys, tagsOfHeader } from "./tagging.ts";
import { addVersion, existing, versionAt, versionNeed, type Asked } from "./versions.ts";

export const writeOperations = defineOperations<S3State>()({
  PutObject: {
    readOnly: false,
    event: "data",
    anonymous: true,
    needs: (context) => writeNeeds(context, tagsOfHeader(context.input.optional("Tagging"))),
    run: (context) => {
      const bucket = bucketOf(context);
      const version = written(context, bucket, {
        body: context.input.bytes("Body") ?? new Uint8Array(),
        ...describedBy(context),
        tags: tagsOfHeader(context.input.optional("Tagging")),
      });
      return { ETag: version.etag, ...answer(context, bucket, version) };
    },
  },
  CopyObject: {
    readOnly: false,
    event: "data",
    needs: (context) => {
      const from = sourceOf(context);
      const tags = copiedTags(context, from);
      const source = [versionNeed(context, from, "s3:GetObject")];
      if (tags.size > 0 && !replacesTags(context))
        source.push(versionNeed(context, from, "s3:GetObjectTagging"));
      return [...source, ...writeNeeds(context, tags, copyKeys(context))];
    },
    run: (context) => {
      const from = sourceOf(context);
      const bucket = bucketOf(context);
      const source = existing(context, from);
      copyConditions(context, source);
      decrypted(context, from.bucket, source);
      const replaces = context.input.optional("MetadataDirective") === "REPLACE";
      const version = written(context, bucket, {
        body: source.body,
        ...(replaces ? describedBy(context) : pick(source)),
        tags: copiedTags(context, from),
      });
      return {
        CopyObjectResult: { ETag: version.etag, LastModified: version.atMs },
        CopySourceVersionId: shownId(from.bucket, source),
        ...answer(context, bucket, version),
      };
    },
  },
});

/** s3:PutObject, and what tags and locks of the new object need beside it. */
export function writeNeeds(
  context: Ctx,
  tags: ReadonlyMap<string, string>,
  more: Record<string, string> = {},
): Need[] {
  const { input } = context;
  const bucket = bucketOf(context);
  const key = input.text("Key");
  const keys: Record<string, string | string[]> = {
    ...more,
    ...encryptionKeys(context),
    ...lockKeys(context, wantedLock(context)),
    ...requestTagKeys(tags),
  };
  for (const [header, member] of Object.entries(headerKeys)) {
    const value = input.optional(member);
    if (value !== null) keys[`s3:${header}`] = value;
  }
  const actions = ["s3:PutObject", ...(tags.size > 0 ? ["s3:PutObjectTagging"] : [])];
  if (givesAway(input.optional("ACL"))) actions.push("s3:PutObjectAcl");
  return [
    ...actions.map((action) => objectNeed(context, { bucket, key, action, keys })),
    ...lockNeeds(context, bucket, key),
  ];
}

const headerKeys = {
  "x-amz-acl": "ACL",
  "x-amz-storage-class": "StorageClass",
  "x-amz-website-redirect-location": "WebsiteRedirectLocation",
  "if-match": "IfMatch",
  "if-none-match": "IfNoneMatch",
};

type New = Pick<ObjectVersion, "body" | "headers" | "metadata" | "tags">;

export function written(context: Ctx, bucket: Bucket, given: New): ObjectVersion {
  const { world, input } = context;
  const key = input.text("Key");
  if (Buffer.byteLength(key) > 1024) throw refusal("KeyTooLongError", "Your key is too long");
  const acl = sentAcl(context, bucket) ?? [];
  const before = versionAt(bucket, key, null);
  if (before && input.optional("IfNoneMatch") === "*")
    throw refusal(
      "PreconditionFailed",
      "At least one of the pre-conditions you specified did not hold",
      412,
    );
  if (before) conditions(context, before);
  else if (input.has("IfMatch"))
    throw refusal("NoSuchKey", "The specified key does not exist.", 404);
  checkedTags(given.tags);
  const version = addVersion(world, bucket, {
    ...given,
    ...lockFor(context, bucket),
    key,
    encryption: encryptionFor(context, bucket, key),
    storageClass: input.optional("StorageClass") ?? "STANDARD",
    replication: null,
    acl,
  });
  replicate(world, bucket, version);
  return version;
}

export const answer = (context: Ctx, bucket: Bucket, version: ObjectVersion) => ({
  VersionId: shownId(bucket, version),
  ...writtenEncryption(context, bucket, version.encryption),
});

const described = [
  "ContentType",
  "ContentEncoding",
  "ContentDisposition",
  "ContentLanguage",
  "CacheControl",
  "WebsiteRedirectLocation",
];

/** Headers and metadata that a write gives its object. */
export const describedBy = ({ input }: Pick<Ctx, "input">) => ({
  headers: Object.fromEntries(
    described.flatMap((name) => {
      const value = input.optional(name);
      return value === null ? [] : [[name, value]];
    }),
  ),
  metadata: input.map("Metadata"),
});

const pick = ({ headers, metadata }: ObjectVersion) => ({ headers, metadata });

/** CopySource is bucket/key, encoded as in a URL, perhaps with ?versionId= */
function sourceOf({ world, input }: Ctx): Asked {
  const [path = "", id] = input.text("CopySource").replace(/^\//, "").split("?versionId=");
  const found = /^([^/]+)\/(.+)$/s.exec(decoded(path));
  if (!found) throw invalidArgument("Invalid copy source object key");
  return { bucket: bucketNamed(world, found[1]!), key: found[2]!, id: id ?? null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidArgument("Invalid copy source encoding.");
  }
}

function copyConditions(context: Ctx, source: ObjectVersion): void {
  const names = { IfMatch: "CopySourceIfMatch", IfNoneMatch: "CopySourceIfNoneMatch" };
  for (const [name, member] of Object.entries(names)) {
    const value = context.input.optional(member);
    if (value === null) continue;
    const same = value.replaceAll('"', "") === source.etag.replaceAll('"', "");
    if (same !== (name === "IfMatch"))
      throw refusal(
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        412,
      );
  }
}

const replacesTags = ({ input }: Pick<Ctx, "input">): boolean =>
  input.optional("TaggingDirective") === "REPLACE";

const copiedTags = (context: Ctx, { bucket, key, id }: Asked): Map<string, string> =>
  replacesTags(context)
    ? tagsOfHeader(context.input.optional("Tagging"))
    : new Map(versionAt(bucket, key, id)?.tags);

function copyKeys({ input }: Ctx): Record<string, string> {
  const directive = input.optional("MetadataDirective");
  return {
    "s3:x-amz-copy-source": input.text("CopySource").replace(/^\//, "").split("?")[0]!,
    ...(directive === null ? {} : { "s3:x-amz-metadata-directive": directive }),
  };
}
