import { createHash } from "node:crypto";

import { hexId, secretText } from "../../../world/ids.ts";
import { refusal } from "../../../world/refusal.ts";
import type { World } from "../../../world/world.ts";
import { bucketNeed, objectNeed, type Ctx } from "../find.ts";
import type { Bucket, ObjectVersion } from "../state.ts";

const most = 5000;
const bytesMost = 10 * 1024 * 1024;

type New = Omit<ObjectVersion, "id" | "atMs" | "etag" | "marker" | "acl"> &
  Partial<Pick<ObjectVersion, "marker" | "acl">>;

/** Puts a version on top. Without versioning it takes the place of all, when suspended that of "null". */
export function addVersion(world: World, bucket: Bucket, given: New): ObjectVersion {
  const { versioning, objects } = bucket;
  if (given.body.length > bytesMost)
    throw refusal("EntityTooLarge", `An object has at most ${bytesMost} bytes here.`);
  if (objects.size >= most && !objects.has(given.key))
    throw refusal("SlowDown", `A bucket holds at most ${most} objects here.`, 503);
  const version: ObjectVersion = {
    marker: false,
    acl: [],
    ...given,
    id: versioning === "Enabled" ? secretText(world, 32) : "null",
    atMs: world.nowMs,
    etag: etagOf(world, given),
  };
  const kept = versioning === null ? [] : (objects.get(given.key) ?? []);
  objects.set(given.key, [version, ...kept.filter(({ id }) => id !== version.id)].slice(0, most));
  return version;
}

/** The MD5 of the content, but of objects that are encrypted with a key of KMS. */
function etagOf(world: World, { body, encryption }: New): string {
  const hash = createHash("md5").update(body).digest("hex");
  return `"${encryption.algorithm === "AES256" ? hash : hexId(world, 32)}"`;
}

/** The version that a request means; null where it is not there, or where its newest is a delete marker. */
export function versionAt(bucket: Bucket, key: string, id: string | null): ObjectVersion | null {
  const all = bucket.objects.get(key) ?? [];
  if (id !== null) return all.find((one) => one.id === id) ?? null;
  const [newest] = all;
  return newest && !newest.marker ? newest : null;
}

export type Asked = { bucket: Bucket; key: string; id: string | null };

/** The object that a call names. */
export const askedOf = ({ input }: Pick<Ctx, "input">, bucket: Bucket): Asked => ({
  bucket,
  key: input.text("Key"),
  id: input.optional("VersionId"),
});

/** GetObject or GetObjectVersion, whichever the request needs, with the keys of the object that is there. */
export function versionNeed(context: Ctx, asked: Asked, action: string) {
  const { bucket, key, id } = asked;
  const tags = versionAt(bucket, key, id)?.tags ?? new Map<string, string>();
  const existing = [...tags].map(([name, value]) => [`s3:ExistingObjectTag/${name}`, value]);
  const keys = { ...Object.fromEntries(existing), ...(id === null ? {} : { "s3:VersionId": id }) };
  const named = id === null ? action : action.replace(/(Tagging|Acl|Attributes|)$/, "Version$1");
  return objectNeed(context, { bucket, key, action: named, keys });
}

/**
 * Whether an object is there is told only to those who may list the bucket; to others it is forbidden.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function existing(context: Ctx, { bucket, key, id }: Asked): ObjectVersion {
  const found = versionAt(bucket, key, id);
  if (found && !found.marker) return found;
  if (found)
    throw refusal(
      "MethodNotAllowed",
      "The specified method is not allowed against this resource.",
      405,
    );
  context.authorise(bucketNeed(context, { bucket, action: "s3:ListBucket" }));
  throw id === null
    ? refusal("NoSuchKey", "The specified key does not exist.", 404)
    : refusal("NoSuchVersion", "The specified version does not exist.", 404);
}
