import { createHash } from "node:crypto";

import { defineOperations } from "../../../world/define.ts";
import { secretText } from "../../../world/ids.ts";
import { Input } from "../../../world/input.ts";
import { refusal } from "../../../world/refusal.ts";
import { bucketOf, invalidArgument, objectNeed, onBucket, type Ctx } from "../find.ts";
import type { Bucket, S3State, Upload } from "../state.ts";
import { decrypted, encryptionFor } from "./encrypting.ts";
import { writtenEncryption } from "./read.ts";
import { tagsOfHeader } from "./tagging.ts";
import { answer, describedBy, writeNeeds, written } from "./write.ts";

const uploadsMost = 100;
const needs = (action: string) => (context: Ctx) => [
  objectNeed(context, { bucket: bucketOf(context), key: context.input.text("Key"), action }),
];
const md5 = (...parts: Uint8Array[]) => createHash("md5").update(Buffer.concat(parts)).digest();

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html */
export const multipartOperations = defineOperations<S3State>()({
  CreateMultipartUpload: {
    readOnly: false,
    event: "data",
    needs: (context) => writeNeeds(context, tagsOfHeader(context.input.optional("Tagging"))),
    run: (context) => {
      const { world, input, caller } = context;
      const bucket = bucketOf(context);
      if (bucket.uploads.size >= uploadsMost)
        throw refusal("SlowDown", `A bucket has at most ${uploadsMost} uploads here.`, 503);
      const key = input.text("Key");
      const encryption = encryptionFor(context, bucket, key);
      const upload: Upload = {
        id: secretText(world, 64),
        key,
        input: input.raw,
        initiator: "arn" in caller.principal ? caller.principal.arn : "",
        atMs: world.nowMs,
        parts: new Map(),
      };
      bucket.uploads.set(upload.id, upload);
      return {
        Bucket: bucket.name,
        Key: key,
        UploadId: upload.id,
        ...writtenEncryption(context, bucket, encryption),
      };
    },
  },
  UploadPart: {
    readOnly: false,
    event: "data",
    needs: needs("s3:PutObject"),
    run: (context) => {
      const { world, input } = context;
      const bucket = bucketOf(context);
      const upload = uploadOf(context, bucket);
      const encryption = encryptionFor(beginning(context, upload), bucket, upload.key);
      // Parts are bound together by the key that began the upload: it is opened for each of them.
      decrypted(context, bucket, { encryption, key: upload.key });
      const number = input.number("PartNumber") ?? 0;
      if (number < 1 || number > 10_000)
        throw invalidArgument("Part number must be an integer between 1 and 10000, inclusive");
      const body = input.bytes("Body") ?? new Uint8Array();
      const etag = `"${md5(body).toString("hex")}"`;
      upload.parts.set(number, { body, etag, atMs: world.nowMs });
      return { ETag: etag, ...writtenEncryption(context, bucket, encryption) };
    },
  },
  CompleteMultipartUpload: {
    readOnly: false,
    event: "data",
    needs: needs("s3:PutObject"),
    run: (context) => {
      const bucket = bucketOf(context);
      const upload = uploadOf(context, bucket);
      const parts = chosen(upload, context.input.inside("MultipartUpload").list("Parts"));
      const begun = beginning(context, upload);
      const version = written(begun, bucket, {
        body: new Uint8Array(Buffer.concat(parts.map(({ body }) => body))),
        ...describedBy(begun),
        tags: tagsOfHeader(begun.input.optional("Tagging")),
      });
      const whole = md5(...parts.map(({ body }) => md5(body))).toString("hex");
      version.etag = `"${whole}-${parts.length}"`;
      bucket.uploads.delete(upload.id);
      return {
        Bucket: bucket.name,
        Key: upload.key,
        Location: `https://${bucket.name}.s3.${bucket.region}.amazonaws.com/${encodeURIComponent(upload.key)}`,
        ETag: version.etag,
        ...answer(context, bucket, version),
      };
    },
  },
  AbortMultipartUpload: {
    readOnly: false,
    event: "data",
    needs: needs("s3:AbortMultipartUpload"),
    run: (context) => {
      const bucket = bucketOf(context);
      bucket.uploads.delete(uploadOf(context, bucket).id);
    },
  },
  ListParts: {
    readOnly: true,
    event: "data",
    needs: needs("s3:ListMultipartUploadParts"),
    run: (context) => {
      const bucket = bucketOf(context);
      const { id, key, parts } = uploadOf(context, bucket);
      return {
        Bucket: bucket.name,
        Key: key,
        UploadId: id,
        IsTruncated: false,
        Parts: [...parts]
          .toSorted(([a], [b]) => a - b)
          .map(([PartNumber, { body, etag, atMs }]) => {
            return { PartNumber, ETag: etag, Size: body.length, LastModified: atMs };
          }),
      };
    },
  },
  ListMultipartUploads: {
    readOnly: true,
    event: "data",
    needs: onBucket("s3:ListBucketMultipartUploads"),
    run: (context) => {
      const bucket = bucketOf(context);
      return {
        Bucket: bucket.name,
        IsTruncated: false,
        Uploads: [...bucket.uploads.values()].map(({ id, key, atMs, initiator }) => {
          return { UploadId: id, Key: key, Initiated: atMs, Initiator: { ID: initiator } };
        }),
      };
    },
  },
});

function uploadOf({ input }: Ctx, bucket: Bucket): Upload {
  const found = bucket.uploads.get(input.text("UploadId"));
  if (found && found.key === input.text("Key")) return found;
  throw refusal(
    "NoSuchUpload",
    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
    404,
  );
}

/** What the upload began with counts for its object: encryption, tags, locks, metadata. */
const beginning = (context: Ctx, upload: Upload): Ctx => {
  const input = new Input({ ...upload.input, IfNoneMatch: context.input.raw["IfNoneMatch"] });
  return { ...context, input };
};

function chosen({ parts }: Upload, asked: readonly Input[]) {
  let last = 0;
  if (asked.length === 0) throw refusal("MalformedXML", "An upload has at least one part.");
  return asked.map((one) => {
    const number = one.number("PartNumber") ?? 0;
    if (number <= last)
      throw refusal("InvalidPartOrder", "The list of parts was not in ascending order.");
    last = number;
    const part = parts.get(number);
    if (part && part.etag.replaceAll('"', "") === one.optional("ETag")?.replaceAll('"', ""))
      return part;
    throw refusal("InvalidPart", "One or more of the specified parts could not be found.");
  });
}
