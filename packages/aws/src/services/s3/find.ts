import type { Context, Need } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { bucketIn, objectArn, type Bucket, type S3State } from "./state.ts";

export type Ctx = Context<S3State>;

type Keys = Record<string, string | readonly string[]>;

/**
 * The bucket of a call, in whichever account and Region it is. That it is not there is told before anybody's
 * permissions are looked at.
 */
export function bucketOf({ world, input }: Pick<Ctx, "world" | "input">): Bucket {
  const bucket = bucketNamed(world, input.text("Bucket"));
  const expected = input.optional("ExpectedBucketOwner");
  if (expected !== null && expected !== bucket.account) throw denied();
  return bucket;
}

export function bucketNamed(world: Ctx["world"], name: string): Bucket {
  const found = bucketIn(world, name);
  if (found) return found;
  throw refusal("NoSuchBucket", "The specified bucket does not exist", 404);
}

export const denied = (message = "Access Denied") => refusal("AccessDenied", message, 403);
export const invalidArgument = (message: string) => refusal("InvalidArgument", message);
export const notEmulated = (what: string) =>
  refusal("NotImplemented", `${what} is not emulated here.`, 501);

/** Keys that every request to S3 has. https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html */
const common = (context: Asking, bucket: Bucket): Keys => ({
  "s3:ResourceAccount": bucket.account,
  "s3:TlsVersion": "1.3",
  "aws:RequestedRegion": bucket.region,
  ...signature(context),
});

/** Who signs nothing has none of these. https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html */
function signature({ caller, call }: Asking): Keys {
  if ((caller as Ctx["caller"] | null) === null) return {};
  const { how = "REST-HEADER", version = "AWS4-HMAC-SHA256", ageMs = null } = call.signed ?? {};
  return {
    "s3:authType": how,
    "s3:signatureversion": version,
    ...(ageMs === null ? {} : { "s3:signatureAge": String(ageMs) }),
  };
}

type Asking = Pick<Ctx, "caller" | "call">;
type Asked = { bucket: Bucket; action: string; keys?: Keys };

export const bucketNeed = (context: Asking, { bucket, action, keys }: Asked): Need => ({
  action,
  resource: bucket.arn,
  owner: bucket.account,
  context: { ...common(context, bucket), ...keys },
});

export const objectNeed = (context: Asking, { key, ...asked }: Asked & { key: string }): Need => ({
  ...bucketNeed(context, asked),
  resource: objectArn(asked.bucket, key),
});

/** The one need of an operation on a bucket that has no condition keys of its own. */
export const onBucket =
  (action: string) =>
  (context: Ctx): Need[] => [bucketNeed(context, { bucket: bucketOf(context), action })];
