import { keyOf, useKey, type Use } from "../../kms/use.ts";
import { refusal } from "../../../world/refusal.ts";
import { denied, invalidArgument, notEmulated, type Ctx } from "../find.ts";
import { objectArn, type Bucket, type Encryption, type ObjectVersion } from "../state.ts";

/** Condition keys of the encryption that a request asks for; the bucket's default gives none. */
export function encryptionKeys({ input }: Pick<Ctx, "input">): Record<string, string> {
  const keys: Record<string, string> = {};
  const give = (name: string, value: string | null) => {
    if (value !== null) keys[`s3:x-amz-server-side-encryption${name}`] = value;
  };
  give("", input.optional("ServerSideEncryption"));
  give("-aws-kms-key-id", input.optional("SSEKMSKeyId"));
  give("-customer-algorithm", input.optional("SSECustomerAlgorithm"));
  return keys;
}

/**
 * How a new object is encrypted, and the permission that its key asks of the caller. SSE-C is blocked in buckets
 * made since April 2026. https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html
 */
export function encryptionFor(context: Ctx, bucket: Bucket, key: string): Encryption {
  const { input } = context;
  if (input.has("SSECustomerAlgorithm") || input.has("SSECustomerKey")) {
    if (bucket.blockedEncryption.includes("SSE-C")) throw denied();
    throw notEmulated("Encryption with keys that the customer provides (SSE-C)");
  }
  const wanted = wantedOf(context, bucket);
  if (wanted.algorithm === "AES256") return wanted;
  const use = useOf(context, { bucket, key, encryption: wanted, operation: "GenerateDataKey" });
  return { ...wanted, key: useKey(context, use).arn };
}

function wantedOf({ input }: Ctx, { encryption }: Bucket): Encryption {
  const algorithm = input.optional("ServerSideEncryption");
  if (algorithm === null) return encryption;
  if (algorithm !== "AES256" && algorithm !== "aws:kms" && algorithm !== "aws:kms:dsse")
    throw invalidArgument(`The encryption method ${algorithm} is not supported.`);
  const key = input.optional("SSEKMSKeyId");
  if (algorithm === "AES256" && key !== null)
    throw invalidArgument("A key of KMS goes with aws:kms alone.");
  return {
    algorithm,
    key: algorithm === "AES256" ? null : key,
    bucketKey: input.flag("BucketKeyEnabled") ?? false,
  };
}

/** Reading an object that is encrypted with a key of KMS needs the key, too. */
export function decrypted(
  context: Ctx,
  bucket: Bucket,
  version: Pick<ObjectVersion, "encryption" | "key">,
): void {
  const { encryption, key } = version;
  if (encryption.algorithm === "AES256") return;
  useKey(context, useOf(context, { bucket, key, encryption, operation: "Decrypt" }));
}

/** ARN of the key of an object: one that was declared may still have an alias. */
export function keyArn({ world }: Pick<Ctx, "world">, bucket: Bucket, { key }: Encryption) {
  if (key === null || !key.includes("alias/")) return key ?? undefined;
  return keyOf({ world }, { key, account: bucket.account, region: bucket.region }).key.arn;
}

type Given = { bucket: Bucket; key: string; encryption: Encryption; operation: Use["operation"] };

function useOf({ caller }: Ctx, { bucket, key, encryption, operation }: Given): Use {
  if (!(caller as Ctx["caller"] | null))
    throw invalidArgument(
      "Requests specifying Server Side Encryption with AWS KMS managed keys must be signed.",
    );
  return {
    // A name without an account means a key of the one who asks, as the docs of SSE-KMS warn.
    key: encryption.key ?? "alias/aws/s3",
    account: caller.account,
    region: bucket.region,
    via: "s3",
    operation,
    bound: { "aws:s3:arn": encryption.bucketKey ? bucket.arn : objectArn(bucket, key) },
    fault: (code, message) =>
      code === "AccessDeniedException" ? denied(message) : refusal(`KMS.${code}`, message),
  };
}
