import { defineOperations } from "../../../world/define.ts";
import type { Input } from "../../../world/input.ts";
import { bucketNeed, bucketOf, invalidArgument, type Ctx } from "../find.ts";
import { ownerOf } from "../bucket/acl.ts";
import type { Bucket, ObjectVersion, S3State } from "../state.ts";

const needs = (action: string) => (context: Ctx) => {
  const { input } = context;
  const keys: Record<string, string> = {};
  if (input.has("Prefix")) keys["s3:prefix"] = input.optional("Prefix")!;
  if (input.has("Delimiter")) keys["s3:delimiter"] = input.optional("Delimiter")!;
  if (input.has("MaxKeys")) keys["s3:max-keys"] = String(input.number("MaxKeys"));
  return [bucketNeed(context, { bucket: bucketOf(context), action, keys })];
};

export const listOperations = defineOperations<S3State>()({
  ListObjectsV2: {
    readOnly: true,
    event: "data",
    eventName: "ListObjects",
    anonymous: true,
    needs: needs("s3:ListBucket"),
    run: (context) => {
      const { input } = context;
      const bucket = bucketOf(context);
      const token = input.optional("ContinuationToken");
      const found = walked(
        { bucket, input },
        token === null ? input.optional("StartAfter") : keyIn(token),
      );
      const { Owner, ...rest } = described(bucket, input, found);
      return {
        ...rest,
        Contents: found.items.map((one) => ({
          ...writtenItem(input, one),
          ...(input.flag("FetchOwner") ? { Owner } : {}),
        })),
        KeyCount: found.items.length + found.prefixes.length,
        ContinuationToken: token ?? undefined,
        StartAfter: input.optional("StartAfter") ?? undefined,
        NextContinuationToken: found.last === null ? undefined : tokenOf(found.last),
      };
    },
  },
  ListObjects: {
    readOnly: true,
    event: "data",
    anonymous: true,
    needs: needs("s3:ListBucket"),
    run: (context) => {
      const { input } = context;
      const bucket = bucketOf(context);
      const found = walked({ bucket, input }, input.optional("Marker"));
      const { Owner, ...rest } = described(bucket, input, found);
      return {
        ...rest,
        Contents: found.items.map((one) => ({ ...writtenItem(input, one), Owner })),
        Marker: input.optional("Marker") ?? "",
        NextMarker: input.has("Delimiter") ? (found.last ?? undefined) : undefined,
      };
    },
  },
  ListObjectVersions: {
    readOnly: true,
    event: "data",
    anonymous: true,
    needs: needs("s3:ListBucketVersions"),
    run: (context) => {
      const { input } = context;
      const bucket = bucketOf(context);
      // Pages end between keys: all versions of a key stand on one.
      const found = walked({ bucket, input }, input.optional("KeyMarker"), true);
      const all = found.items.flatMap(({ key }) => bucket.objects.get(key)!);
      const { Owner, ...rest } = described(bucket, input, found);
      const common = (one: ObjectVersion) => ({
        Key: shown(input, one.key),
        VersionId: one.id,
        IsLatest: bucket.objects.get(one.key)![0] === one,
        LastModified: one.atMs,
        Owner,
      });
      return {
        ...rest,
        KeyMarker: input.optional("KeyMarker") ?? "",
        VersionIdMarker: input.optional("VersionIdMarker") ?? "",
        NextKeyMarker: found.last ?? undefined,
        Versions: all.flatMap((one) =>
          one.marker ? [] : [{ ...writtenItem(input, one), ...common(one) }],
        ),
        DeleteMarkers: all.flatMap((one) => (one.marker ? [common(one)] : [])),
      };
    },
  },
});

type Walked = { items: ObjectVersion[]; prefixes: string[]; last: string | null };

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Keys in the order of their bytes; those that go on after the delimiter are told together. */
function walked(
  { bucket, input }: { bucket: Bucket; input: Input },
  after: string | null,
  hidden = false,
): Walked {
  const prefix = input.optional("Prefix") ?? "";
  const delimiter = input.optional("Delimiter") ?? "";
  const most = mostOf(input);
  const found: Walked = { items: [], prefixes: [], last: null };
  let last: string | null = null;
  for (const key of [...bucket.objects.keys()].toSorted(byBytes)) {
    const [newest] = bucket.objects.get(key)!;
    if (!key.startsWith(prefix) || (newest!.marker && !hidden)) continue;
    const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    const name = end < 0 ? key : key.slice(0, end + delimiter.length);
    if (name === found.prefixes.at(-1) || (after !== null && byBytes(name, after) <= 0)) continue;
    if (found.items.length + found.prefixes.length >= most) return { ...found, last };
    if (end < 0) found.items.push(newest!);
    else found.prefixes.push(name);
    last = name;
  }
  return found;
}

function mostOf(input: Input): number {
  const asked = input.number("MaxKeys") ?? 1000;
  if (asked < 0)
    throw invalidArgument("Argument maxKeys must be an integer between 0 and 2147483647");
  return Math.min(asked, 1000);
}

function described(bucket: Bucket, input: Input, { prefixes, last }: Walked) {
  return {
    Owner: ownerOf(bucket),
    IsTruncated: last !== null,
    Name: bucket.name,
    Prefix: shown(input, input.optional("Prefix") ?? ""),
    Delimiter: input.optional("Delimiter") ?? undefined,
    MaxKeys: mostOf(input),
    EncodingType: input.optional("EncodingType") ?? undefined,
    CommonPrefixes: prefixes.map((one) => ({ Prefix: shown(input, one) })),
  };
}

const writtenItem = (input: Input, { key, atMs, etag, body, storageClass }: ObjectVersion) => ({
  Key: shown(input, key),
  LastModified: atMs,
  ETag: etag,
  Size: body.length,
  StorageClass: storageClass,
});

/** Clients ask for names encoded as in a URL, since XML cannot hold every character. */
const shown = (input: Input, name: string): string =>
  input.optional("EncodingType") === "url"
    ? encodeURIComponent(name).replaceAll("%2F", "/").replaceAll("%20", "+")
    : name;

const tokenOf = (key: string): string => Buffer.from(`key:${key}`).toString("base64");

function keyIn(token: string): string {
  const text = Buffer.from(token, "base64").toString();
  if (!text.startsWith("key:"))
    throw invalidArgument("The continuation token provided is incorrect");
  return text.slice("key:".length);
}
