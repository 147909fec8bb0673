import { account, arn, region } from "./names.ts";
import type { Call } from "./record.ts";

/** Calls on one thing, each with what it needs: an action of its own name, unless another is given. */
type More = Partial<Call> & { action?: string };

const one = (event: string, resource: string, { action = event, ...more }: More): Call => ({
  event,
  ...more,
  grants: [[action, resource]],
});

export const tableArn = (name: string) => arn("dynamodb", `table/${name}`);
export const keyArn = (id: string) => arn("kms", `key/${id}`);

/** The object's first folder is what is granted. */
export function onObject(event: string, [bucket, key]: readonly [string, string], more: More = {}) {
  const [top = "", ...rest] = key.split("/");
  const resource = `arn:aws:s3:::${bucket}/${top}${rest.length > 0 ? "/*" : ""}`;
  const params = { bucketName: bucket, key, ...more.params };
  return one(`s3:${event}`, resource, { ...more, params });
}

export const onBucket = (event: string, bucket: string, more: More = {}): Call =>
  one(`s3:${event}`, `arn:aws:s3:::${bucket}`, {
    ...more,
    params: { bucketName: bucket, ...more.params },
  });

export const onTable = (event: string, name: string, more: More = {}): Call =>
  one(`dynamodb:${event}`, tableArn(name), {
    ...more,
    params: { tableName: name, ...more.params },
    resources: [tableArn(name)],
  });

export const onQueue = (event: string, name: string, more: More = {}): Call =>
  one(`sqs:${event}`, arn("sqs", name), {
    ...more,
    params: { queueUrl: `https://sqs.${region}.amazonaws.com/${account}/${name}` },
    resources: [arn("sqs", name)],
  });

export const onKey = (event: string, id: string, more: More = {}): Call =>
  one(`kms:${event}`, keyArn(id), {
    params:
      event === "Decrypt" ? { encryptionAlgorithm: "SYMMETRIC_DEFAULT" } : { keyId: keyArn(id) },
    ...more,
    resources: [keyArn(id)],
  });

/** By its ARN, or by its name: then nobody knows the six characters at the end. */
export function onSecret(
  event: string,
  secret: string,
  more: More & { named?: boolean } = {},
): Call {
  const { named = false, ...rest } = more;
  const resource = arn("secretsmanager", `secret:${secret}${named ? "-??????" : ""}`, more.region);
  return one(`secretsmanager:${event}`, resource, {
    ...rest,
    params: { secretId: named ? secret : resource },
  });
}

/** Told, and no reason to grant anything. */
export const idle = (call: Call): Call => ({ ...call, grants: [] });
