import { defineOperations } from "../../../world/define.ts";
import { refusal } from "../../../world/refusal.ts";
import { bucketOf, type Ctx } from "../find.ts";
import type { Bucket, ObjectVersion, S3State } from "../state.ts";
import { decrypted, keyArn } from "./encrypting.ts";
import { askedOf, existing, versionNeed } from "./versions.ts";

const needs = (context: Ctx) => [
  versionNeed(context, askedOf(context, bucketOf(context)), "s3:GetObject"),
];

export const readOperations = defineOperations<S3State>()({
  GetObject: {
    readOnly: true,
    event: "data",
    anonymous: true,
    needs,
    run: (context) => {
      const { version, written } = looked(context);
      const range = rangeOf(context.input.optional("Range"), version.body.length);
      if (!range) return { ...written, Body: version.body };
      const [from, to] = range;
      return {
        ...written,
        Body: version.body.slice(from, to + 1),
        ContentLength: to - from + 1,
        ContentRange: `bytes ${from}-${to}/${version.body.length}`,
      };
    },
  },
  HeadObject: {
    readOnly: true,
    event: "data",
    anonymous: true,
    needs,
    run: (context) => looked(context).written,
  },
  GetObjectAttributes: {
    readOnly: true,
    event: "data",
    anonymous: true,
    needs: (context) => [
      ...needs(context),
      versionNeed(context, askedOf(context, bucketOf(context)), "s3:GetObjectAttributes"),
    ],
    run: (context) => {
      const { bucket, version } = looked(context);
      const asked = new Set(context.input.texts("ObjectAttributes"));
      const only = <T>(name: string, value: T) => (asked.has(name) ? value : undefined);
      return {
        LastModified: version.atMs,
        VersionId: shownId(bucket, version),
        ETag: only("ETag", version.etag.replaceAll('"', "")),
        StorageClass: only("StorageClass", version.storageClass),
        ObjectSize: only("ObjectSize", version.body.length),
      };
    },
  },
});

function looked(context: Ctx) {
  const bucket = bucketOf(context);
  const version = existing(context, askedOf(context, bucket));
  conditions(context, version);
  decrypted(context, bucket, version);
  return { bucket, version, written: writtenObject(context, bucket, version) };
}

/** If-Match and the like. */
export function conditions({ input }: Pick<Ctx, "input">, { etag, atMs }: ObjectVersion): void {
  const bare = (text: string) => text.replaceAll('"', "");
  const [match, none] = [input.optional("IfMatch"), input.optional("IfNoneMatch")];
  const [since, until] = [input.number("IfModifiedSince"), input.number("IfUnmodifiedSince")];
  const failed = match === null ? until !== null && atMs > until : bare(match) !== bare(etag);
  if (failed)
    throw refusal(
      "PreconditionFailed",
      "At least one of the pre-conditions you specified did not hold",
      412,
    );
  const same = none === null ? since !== null && atMs <= since : bare(none) === bare(etag);
  if (same) throw refusal("NotModified", "Not Modified", 304);
}

/** First and last byte; null for the whole. Of several ranges, S3 takes none. */
function rangeOf(range: string | null, length: number): readonly [number, number] | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "");
  if (!found || found[0] === "bytes=-") return null;
  const [from, to] = [found[1]!, found[2]!];
  const start = from === "" ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === "" || to === "" ? length - 1 : Math.min(Number(to), length - 1);
  if (start < length && start <= end) return [start, end];
  throw refusal("InvalidRange", "The requested range is not satisfiable", 416);
}

export const shownId = ({ versioning }: Bucket, { id }: ObjectVersion): string | undefined =>
  versioning === null ? undefined : id;

/** What GetObject and HeadObject tell of an object beside its content. */
function writtenObject(context: Ctx, bucket: Bucket, version: ObjectVersion) {
  const { retention, hold, encryption } = version;
  return {
    AcceptRanges: "bytes",
    LastModified: version.atMs,
    ContentLength: version.body.length,
    ETag: version.etag,
    VersionId: shownId(bucket, version),
    ContentType: "binary/octet-stream",
    ...version.headers,
    Metadata: version.metadata,
    ...writtenEncryption(context, bucket, encryption),
    StorageClass: version.storageClass === "STANDARD" ? undefined : version.storageClass,
    ReplicationStatus: version.replication ?? undefined,
    TagCount: version.tags.size > 0 ? version.tags.size : undefined,
    ObjectLockMode: retention?.mode,
    ObjectLockRetainUntilDate: retention?.untilMs,
    ObjectLockLegalHoldStatus: hold ? "ON" : undefined,
  };
}

export const writtenEncryption = (
  context: Pick<Ctx, "world">,
  bucket: Bucket,
  encryption: ObjectVersion["encryption"],
) => ({
  ServerSideEncryption: encryption.algorithm,
  SSEKMSKeyId: keyArn(context, bucket, encryption),
  BucketKeyEnabled: encryption.bucketKey || undefined,
});
