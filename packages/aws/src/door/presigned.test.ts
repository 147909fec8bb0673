import { createHash, createHmac } from "node:crypto";

import type { Json } from "@loopwright/core";
import { describe, expect, it } from "vitest";

import { buildWorld } from "../world/build.ts";
import { newestKey } from "../world/calling.ts";
import type { World } from "../world/world.ts";
import { answerHttp } from "./answer.ts";
import { sandboxDoor } from "./sandbox.ts";

const allow = (Action: string, Resource: string, more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const denied = (bucket: string, Condition: object) => ({
  Version: "2012-10-17",
  Statement: [
    { ...allow("s3:*", `arn:aws:s3:::${bucket}/*`), Effect: "Deny", Principal: "*", Condition },
  ],
});
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          {
            name: "ana",
            keys: 1,
            inline: { all: { Version: "2012-10-17", Statement: [allow("*", "*")] } },
          },
        ],
      },
      s3: {
        buckets: [
          { name: "free", objects: { a: "x" } },
          {
            name: "by-header",
            policy: denied("by-header", { StringEquals: { "s3:authType": "REST-QUERY-STRING" } }),
            objects: { a: "x" },
          },
          {
            name: "fresh",
            policy: denied("fresh", { NumericGreaterThan: { "s3:signatureAge": "600000" } }),
            objects: { a: "x" },
          },
          {
            name: "version4",
            policy: denied("version4", {
              StringNotEquals: { "s3:signatureversion": "AWS4-HMAC-SHA256" },
            }),
            objects: { a: "x" },
          },
        ],
      },
    },
  ],
};

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const host = "s3.us-east-1.amazonaws.com";

type Signing = { path: string; at: number; names: Record<string, string>; headers: string };

/** Version 4 by hand, as the reference has it, so that nothing of ours signs what it then checks. */
function signature(world: World, { path, at, names, headers }: Signing) {
  const date = stamp(at);
  const scope = `${date.slice(0, 8)}/us-east-1/s3/aws4_request`;
  const query = Object.entries(names)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .toSorted()
    .join("&");
  const signed = headers === "" ? "host" : "host;x-amz-content-sha256;x-amz-date";
  const asked = ["GET", path, query, `host:${host}\n${headers}`, signed, "UNSIGNED-PAYLOAD"];
  const toSign = ["AWS4-HMAC-SHA256", date, scope, sha256(asked.join("\n"))].join("\n");
  const { secretAccessKey } = newestKey(world, "user/ana")!;
  const parts = [date.slice(0, 8), "us-east-1", "s3", "aws4_request"];
  const key = parts.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return { query, scope, signed, signature: hmac(key, toSign).toString("hex") };
}

const stamp = (at: number) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, "");
const keyOf = (world: World) => newestKey(world, "user/ana")!.accessKeyId;

function presigned(world: World, bucket: string, expires: string | null) {
  const at = world.nowMs;
  const names = {
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${keyOf(world)}/${stamp(at).slice(0, 8)}/us-east-1/s3/aws4_request`,
    "X-Amz-Date": stamp(at),
    ...(expires === null ? {} : { "X-Amz-Expires": expires }),
    "X-Amz-SignedHeaders": "host",
  };
  const path = `/${bucket}/a`;
  const made = signature(world, { path, at, names, headers: "" });
  const url = `${path}?${made.query}&X-Amz-Signature=${made.signature}`;
  return { method: "GET", url, headers: { host } };
}

/** Version 2, which botocore makes where nothing else is asked for. */
function oldPresigned(world: World, bucket: string, seconds: number) {
  const end = Math.floor(world.nowMs / 1000) + seconds;
  const { secretAccessKey } = newestKey(world, "user/ana")!;
  const path = `/${bucket}/a`;
  const made = createHmac("sha1", secretAccessKey)
    .update(`GET\n\n\n${end}\n${path}`)
    .digest("base64");
  const url = `${path}?AWSAccessKeyId=${keyOf(world)}&Signature=${encodeURIComponent(made)}&Expires=${end}`;
  return { method: "GET", url, headers: { host } };
}

function inHeader(world: World, bucket: string) {
  const at = world.nowMs;
  const path = `/${bucket}/a`;
  const own = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD", "x-amz-date": stamp(at) };
  const lines = Object.entries(own).map(([name, value]) => `${name}:${value}\n`);
  const made = signature(world, { path, at, names: {}, headers: lines.join("") });
  const authorization = `AWS4-HMAC-SHA256 Credential=${keyOf(world)}/${made.scope}, SignedHeaders=${made.signed}, Signature=${made.signature}`;
  return { method: "GET", url: path, headers: { host, ...own, authorization } };
}

type Request = ReturnType<typeof presigned>;

/** Both doors: an HTTP request, and the sandbox's one call. */
const doors: Record<string, (world: World, request: Request) => { status: number; body: string }> =
  {
    answerHttp: (world, request) => {
      const { status, body } = answerHttp(world, { ...request, body: new Uint8Array() });
      return { status, body: Buffer.from(body).toString() };
    },
    "the sandbox's door": (world, request) => {
      const answer = sandboxDoor(world)({ ...request, body: "" }) as Record<string, Json>;
      return {
        status: Number(answer.status),
        body: Buffer.from(String(answer.body), "base64").toString(),
      };
    },
  };

const week = "604800";
const minutes = 60;
type Made = (world: World) => Request;
const url =
  (bucket: string, expires: string | null): Made =>
  (world) =>
    presigned(world, bucket, expires);
const old =
  (bucket: string, seconds: number): Made =>
  (world) =>
    oldPresigned(world, bucket, seconds);

/** What is signed, how many seconds later it is sent, and what comes back. */
const table: [string, Made, number, number, RegExp][] = [
  ["an address", url("free", "60"), 59, 200, /^x$/],
  ["an address that ran out", url("free", "60"), 60, 403, /AccessDenied.*Request has expired/],
  ["an address at the end of its week", url("free", week), 604_799, 200, /^x$/],
  [
    "an address for more than a week",
    url("free", "604801"),
    0,
    400,
    /AuthorizationQueryParametersError/,
  ],
  ["an address for no time", url("free", "0"), 0, 400, /AuthorizationQueryParametersError/],
  [
    "an address for a time that is no number",
    url("free", "6e2"),
    0,
    400,
    /AuthorizationQueryParametersError/,
  ],
  ["an address that names no time", url("free", null), 0, 400, /AuthorizationQueryParametersError/],
  ["an address where a header is asked for", url("by-header", week), 0, 403, /explicit deny/],
  ["a header where one is asked for", (world) => inHeader(world, "by-header"), 0, 200, /^x$/],
  ["a signature of nine minutes", url("fresh", week), 9 * minutes, 200, /^x$/],
  ["a signature of ten minutes", url("fresh", week), 10 * minutes, 200, /^x$/],
  ["a signature of eleven minutes", url("fresh", week), 11 * minutes, 403, /explicit deny/],
  ["a header, which has no age", (world) => inHeader(world, "fresh"), 11 * minutes, 200, /^x$/],
  ["version 2, whose age is always 0", old("fresh", 3600), 11 * minutes, 200, /^x$/],
  ["version 2 that ran out", old("free", 60), 60, 403, /Request has expired/],
  ["version 2 where 4 is asked for", old("version4", 3600), 0, 403, /explicit deny/],
  ["version 4 where it is asked for", url("version4", week), 0, 200, /^x$/],
];

describe.each(Object.entries(doors))("%s", (_name, send) => {
  it.each(table)("%s", (_what, made, later, status, body) => {
    const world = buildWorld(declared, "s");
    const request = made(world);
    world.nowMs += later * 1000;
    expect(send(world, request)).toEqual({ status, body: expect.stringMatching(body) });
  });
});
