import * as ec2 from "@aws-sdk/client-ec2";
import * as iam from "@aws-sdk/client-iam";
import * as kms from "@aws-sdk/client-kms";
import * as lambda from "@aws-sdk/client-lambda";
import * as s3 from "@aws-sdk/client-s3";
import fc from "fast-check";
import { expect, test } from "vitest";

import { encodeOutput } from "./index.ts";
import { modelOf, type Operation } from "./model.ts";
import type { Shape } from "./shape.ts";
import { valuesOf } from "./test/generate.ts";
import { loopback } from "./test/loopback.ts";

const sdks = { ec2, iam, kms, lambda, s3 } as unknown as Record<
  Name,
  Record<string, new (input: object) => object>
>;
type Name = "ec2" | "iam" | "kms" | "lambda" | "s3";
const clientNames = {
  ec2: "EC2Client",
  iam: "IAMClient",
  kms: "KMSClient",
  lambda: "LambdaClient",
  s3: "S3Client",
};

/** What a client needs to send anything at all. */
function least(shape: Shape): unknown {
  if (shape.type === "structure")
    return Object.fromEntries(
      shape.members
        .filter(({ name }) => shape.required.includes(name))
        .map(({ name, of }) => [name, least(of)]),
    );
  if (shape.type === "list") return [least(shape.member!.of)];
  if (shape.type === "map") return {};
  if (shape.type === "timestamp") return new Date(0);
  if (shape.type === "blob") return new Uint8Array([1]);
  if (shape.type === "boolean") return true;
  return shape.type === "string" ? (shape.enum?.[0] ?? "abcdefgh") : (shape.min ?? 1);
}

async function normal(value: unknown): Promise<unknown> {
  if (value instanceof Date) return value.getTime();
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return Promise.all(value.map(normal));
  if (typeof value !== "object" || value === null) return value;
  if ("transformToByteArray" in value)
    return normal(
      await (value as { transformToByteArray: () => Promise<Uint8Array> }).transformToByteArray(),
    );
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    await Promise.all(entries.map(async ([name, held]) => [name, await normal(held)] as const)),
  );
}

async function roundTrip(
  service: Name,
  { name, input }: Operation,
  output: Record<string, unknown>,
) {
  const sdk = sdks[service];
  const answer = encodeOutput({ service, operation: name }, output, { requestId: "r" });
  const { seen, config } = loopback(() => ({ output: {} }), answer);
  const client = new sdk[clientNames[service]]!(config) as {
    send: (command: object) => Promise<object>;
  };
  const command = new sdk[`${name}Command`]!((input ? least(input) : {}) as object);
  const { $metadata: _, ...got } = (await client.send(command)) as Record<string, unknown>;
  const [read] = seen.calls;
  return {
    got: await normal(got),
    read: read && ("call" in read ? read.call.operation : read.operation),
  };
}

const all = (Object.keys(clientNames) as Name[]).flatMap((service) =>
  [...modelOf(service).operations.values()]
    .filter(({ name }) => `${name}Command` in sdks[service])
    .map((operation) => [service, operation.name, operation] as const),
);

/** What the SDK adds, or reads as text where the model has a number. */
function asSent(got: Record<string, unknown>, sent: Record<string, unknown>) {
  const { ExpiresString: _, ContentLength, ContentType, ...rest } = got;
  const heads = {
    ...(sent["ContentLength"] !== undefined && { ContentLength }),
    ...(sent["ContentType"] !== undefined && { ContentType }),
  };
  return JSON.parse(
    JSON.stringify({ ...rest, ...heads }, (name, value: unknown) =>
      name.endsWith("PartNumberMarker") ? Number(value) : value,
    ),
  ) as unknown;
}

test.each(all)("%s %s: any output comes back as it was", async (service, name, operation) => {
  const outputs = operation.output
    ? fc.sample(valuesOf(operation.output), { numRuns: 2, seed: 6 })
    : [{}];
  for (const output of outputs as Record<string, unknown>[]) {
    const { got, read } = await roundTrip(service, operation, output);
    expect(asSent(got as Record<string, unknown>, output)).toEqual(await normal(output));
    expect(read).toBe(name);
  }
});
