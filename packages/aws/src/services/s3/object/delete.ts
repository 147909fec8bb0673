import { defineOperations } from "../../../world/define.ts";
import { Refusal, refusal } from "../../../world/refusal.ts";
import { bucketOf, denied, type Ctx } from "../find.ts";
import type { Bucket, S3State } from "../state.ts";
import { unlocked } from "./locking.ts";
import { addVersion, askedOf, versionAt, versionNeed, type Asked } from "./versions.ts";

const objectsMost = 1000;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html */
export const deleteOperations = defineOperations<S3State>()({
  DeleteObject: {
    readOnly: false,
    event: "data",
    anonymous: true,
    needs: (context) => [need(context, askedOf(context, bucketOf(context)))],
    run: (context) => {
      const gone = deleted(context, askedOf(context, bucketOf(context)));
      const { VersionId, DeleteMarker, DeleteMarkerVersionId } = gone;
      return { DeleteMarker, VersionId: DeleteMarkerVersionId ?? VersionId };
    },
  },
  DeleteObjects: {
    readOnly: false,
    event: "data",
    anonymous: true,
    // Each object is decided for itself; one that may not go keeps none of the others.
    needs: (context) => {
      bucketOf(context);
      return [];
    },
    run: (context) => {
      const bucket = bucketOf(context);
      const list = context.input.inside("Delete");
      const asked = list.list("Objects");
      if (asked.length === 0 || asked.length > objectsMost)
        throw refusal("MalformedXML", `A request names from 1 to ${objectsMost} objects.`);
      const Deleted: object[] = [];
      const Errors: object[] = [];
      for (const one of asked) {
        const which = { bucket, key: one.text("Key"), id: one.optional("VersionId") };
        const reply = attempted(context, which);
        if ("Code" in reply) Errors.push(reply);
        else Deleted.push(reply);
      }
      return { Deleted: list.flag("Quiet") ? [] : Deleted, Errors };
    },
  },
});

const need = (context: Ctx, { bucket, key, id }: Asked) => {
  const asked = versionNeed(context, { bucket, key, id }, "s3:DeleteObject");
  // Deleting knows nothing of the tags that are there.
  const keys = Object.entries(asked.context ?? {});
  const kept = keys.filter(([name]) => !name.startsWith("s3:ExistingObjectTag/"));
  return { ...asked, context: Object.fromEntries(kept) };
};

function attempted(context: Ctx, asked: Asked) {
  const { key: Key, id } = asked;
  const VersionId = id ?? undefined;
  try {
    context.authorise(need(context, asked));
    return { Key, ...deleted(context, asked) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { Key, VersionId, Code: error.fault.code, Message: error.fault.message };
  }
}

/** Without a version's id a versioned bucket only gets a marker: what was there stays. */
function deleted(context: Ctx, { bucket, key, id }: Asked): Gone {
  if (id === null)
    return bucket.versioning === null ? removed(bucket, key, "null") : marked(context, bucket, key);
  const version = versionAt(bucket, key, id);
  if (!version) return { VersionId: id };
  if (bucket.mfaDelete && !context.input.has("MFA"))
    throw denied("Mfa Authentication must be used for this request");
  unlocked(context, bucket, version);
  removed(bucket, key, id);
  return {
    VersionId: id,
    DeleteMarker: version.marker || undefined,
    DeleteMarkerVersionId: version.marker ? id : undefined,
  };
}

type Gone = { VersionId?: string; DeleteMarker?: boolean; DeleteMarkerVersionId?: string };

function removed(bucket: Bucket, key: string, id: string): Gone {
  const kept = (bucket.objects.get(key) ?? []).filter((one) => one.id !== id);
  if (kept.length > 0) bucket.objects.set(key, kept);
  else bucket.objects.delete(key);
  return {};
}

function marked({ world }: Ctx, bucket: Bucket, key: string) {
  const { id } = addVersion(world, bucket, {
    key,
    marker: true,
    body: new Uint8Array(),
    headers: {},
    metadata: {},
    tags: new Map(),
    encryption: { algorithm: "AES256", key: null, bucketKey: false },
    storageClass: "STANDARD",
    retention: null,
    hold: false,
    replication: null,
  });
  return { DeleteMarker: true, DeleteMarkerVersionId: id };
}
