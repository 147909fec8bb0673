import { GetUserCommand, IAMClient } from "@aws-sdk/client-iam";
import { EncryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";

import type { HttpRequest } from "../http.ts";
import { verifySignature } from "./index.ts";
import { credentials, loopback } from "./test/loopback.ts";

const secretOf = (id: string) =>
  id === credentials.accessKeyId ? credentials.secretAccessKey : null;
const verify = (request: HttpRequest) => verifySignature(request, secretOf);
const bytes = (text: string) => new TextEncoder().encode(text);

async function signed(send: (config: never) => Promise<unknown>): Promise<HttpRequest> {
  const { seen, config } = loopback(() => ({ output: {} }));
  await send(config);
  return seen.requests[0]!;
}

const real = {
  query: await signed((config) =>
    new IAMClient(config).send(new GetUserCommand({ UserName: "ana=+,@" })),
  ),
  json: await signed((config) =>
    new KMSClient(config).send(new EncryptCommand({ KeyId: "k", Plaintext: bytes("x") })),
  ),
  "rest-json, escaped twice": await signed((config) =>
    new LambdaClient(config).send(
      new InvokeCommand({
        FunctionName: "arn:aws:lambda:eu-west-1:111122223333:function:f",
        Payload: bytes("{}"),
        Qualifier: "$LATEST",
      }),
    ),
  ),
  "S3, escaped once": await signed((config) =>
    new S3Client(config).send(
      new PutObjectCommand({
        Bucket: "b",
        Key: "a//../ü +&=(*).txt",
        Body: bytes("x"),
        Metadata: { two: "a  b" },
      }),
    ),
  ),
  "S3 with a query": await signed((config) =>
    new S3Client(config).send(
      new GetObjectCommand({
        Bucket: "b",
        Key: "k",
        VersionId: "1/+ =",
        ResponseContentType: "text/plain",
      }),
    ),
  ),
};

test.each(Object.entries(real))("the SDK's own signature holds: %s", (_, request) => {
  expect(verify(request)).toMatchObject({
    ok: true,
    signedAtMs: expect.any(Number) as number,
    expiresSeconds: null,
  });
});

test("a path may come with other escapes than were signed: what they stand for counts", () => {
  const { "S3, escaped once": one } = real;
  const url = one.url.replace("%28%2A%29", "(*)");
  expect(url).not.toBe(one.url);
  expect(verify({ ...one, url })).toMatchObject({ ok: true });
});

const changes: Record<string, (request: HttpRequest) => HttpRequest> = {
  "another method": (one) => ({ ...one, method: "DELETE" }),
  "another path": (one) => ({ ...one, url: `/x${one.url}` }),
  "one more in the query": (one) => ({
    ...one,
    url: `${one.url}${one.url.includes("?") ? "&" : "?"}x=1`,
  }),
  "another host": (one) => ({ ...one, headers: { ...one.headers, host: "evil.example" } }),
  "another date": (one) => ({
    ...one,
    headers: { ...one.headers, "x-amz-date": "20200101T000000Z" },
  }),
  "a header of AWS's that is not signed": (one) => ({
    ...one,
    headers: { ...one.headers, "x-amz-acl": "public-read" },
  }),
  "another body": (one) => ({ ...one, body: bytes("y") }),
  "another body with its hash": (one) => ({
    ...one,
    body: bytes("y"),
    headers: {
      ...one.headers,
      "x-amz-content-sha256": createHash("sha256").update("y").digest("hex"),
    },
  }),
  "no body, it says": (one) => ({
    ...one,
    body: bytes("y"),
    headers: { ...one.headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
  }),
  "another region": (one) => ({
    ...one,
    headers: {
      ...one.headers,
      authorization: one.headers["authorization"]!.replace(/(?:eu-west|us-east)-1/, "eu-west-2"),
    },
  }),
  "another signature": (one) => ({
    ...one,
    headers: {
      ...one.headers,
      authorization: one.headers["authorization"]!.replace(/.$/, (last) =>
        last === "0" ? "1" : "0",
      ),
    },
  }),
};

const each = Object.entries(changes).flatMap(([name, change]) =>
  Object.entries(real).map(([kind, one]) => [name, kind, change(one)] as const),
);
test.each(each)("%s: refused, %s", (_, __, request) => {
  expect(verify(request)).toMatchObject({ ok: false });
});

test("an unknown key, and another secret", () => {
  expect(verifySignature(real.query, () => null)).toMatchObject({
    fault: { code: "InvalidClientTokenId" },
  });
  expect(verifySignature(real.query, () => "other")).toMatchObject({
    fault: { code: "SignatureDoesNotMatch" },
  });
  expect(verifySignature(real.json, () => null)).toMatchObject({
    fault: { code: "UnrecognizedClientException" },
  });
});

test("an unsigned request", () => {
  const { authorization: _, ...headers } = real.query.headers;
  expect(verify({ ...real.query, headers })).toMatchObject({
    fault: { code: "MissingAuthenticationToken" },
  });
});

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

/**
 * The examples that AWS publishes, with the key that it made for them:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html and sigv4-streaming.html
 */
const example = { id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const exampleSecret = (id: string) => (id === example.id ? example.secret : null);
const presigned: HttpRequest = {
  method: "GET",
  url: "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
  headers: { host: "examplebucket.s3.amazonaws.com" },
  body: new Uint8Array(),
};

test.each<[string, HttpRequest, object]>([
  [
    "as published",
    presigned,
    { ok: true, signedAtMs: Date.UTC(2013, 4, 24), expiresSeconds: 86400 },
  ],
  [
    "for another key",
    { ...presigned, url: presigned.url.replace("test.txt", "best.txt") },
    { ok: false },
  ],
  ["for longer", { ...presigned, url: presigned.url.replace("86400", "86401") }, { ok: false }],
  ["for another method", { ...presigned, method: "PUT" }, { ok: false }],
])("a presigned address %s", (_, request, expected) => {
  expect(verifySignature(request, exampleSecret)).toMatchObject(expected);
});

const chunk = (size: string, signature: string, data: string) =>
  `${size};chunk-signature=${signature}\r\n${data}\r\n`;
const streamed =
  chunk(
    "10000",
    "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
    "a".repeat(65536),
  ) +
  chunk(
    "400",
    "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
    "a".repeat(1024),
  ) +
  chunk("0", "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9", "");
const upload: HttpRequest = {
  method: "PUT",
  url: "/examplebucket/chunkObject.txt",
  headers: {
    host: "s3.amazonaws.com",
    "x-amz-date": "20130524T000000Z",
    "x-amz-storage-class": "REDUCED_REDUNDANCY",
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
    "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "content-encoding": "aws-chunked",
    "x-amz-decoded-content-length": "66560",
    "content-length": "66824",
  },
  body: bytes(streamed),
};

test.each<[string, string, boolean]>([
  ["as published", streamed, true],
  ["with another byte", streamed.replace("aaa", "aba"), false],
  ["without a signature", streamed.replace(/;chunk-signature=[\da-f]+/, ""), false],
  ["broken off", streamed.slice(0, 1000), false],
])("a body in signed chunks %s", (_, body, ok) => {
  expect(verifySignature({ ...upload, body: bytes(body) }, exampleSecret).ok).toBe(ok);
});

/** https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html: version 2 has HMAC-SHA1 over a few lines. */
test.each<[string, string, boolean]>([
  ["as signed", "GET", true],
  ["for another method", "PUT", false],
])("an address in version 2 %s", (_, method, ok) => {
  const toSign = "GET\n\n\n1175139620\n/johnsmith/photos/puppy.jpg";
  const signature = encodeURIComponent(
    createHmac("sha1", example.secret).update(toSign).digest("base64"),
  );
  const url = `/photos/puppy.jpg?AWSAccessKeyId=${example.id}&Signature=${signature}&Expires=1175139620`;
  const request = {
    method,
    url,
    headers: { host: "johnsmith.s3.amazonaws.com" },
    body: new Uint8Array(),
  };
  expect(verifySignature(request, exampleSecret).ok).toBe(ok);
});

test.each([
  ["of the same day", "20130524", true],
  ["of another day", "20130525", false],
])("a scope %s", (_, day, ok) => {
  const at = "20130524T000000Z";
  const scope = `${day}/us-east-1/iam/aws4_request`;
  const canonical = `GET\n/\n\nhost:iam.amazonaws.com\nx-amz-date:${at}\n\nhost;x-amz-date\n${sha256("")}`;
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${example.secret}`);
  const toSign = `AWS4-HMAC-SHA256\n${at}\n${scope}\n${sha256(canonical)}`;
  const signature = hmac(key, toSign).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${example.id}/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`;
  const headers = { host: "iam.amazonaws.com", "x-amz-date": at, authorization };
  const request = { method: "GET", url: "/", headers, body: new Uint8Array() };
  expect(verifySignature(request, exampleSecret).ok).toBe(ok);
});

test("the trailer of signed chunks is signed too", () => {
  const at = "20130524T000000Z";
  const scope = "20130524/us-east-1/s3/aws4_request";
  const key = ["20130524", "us-east-1", "s3", "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${example.secret}`,
  );
  const headers = {
    host: "s3.amazonaws.com",
    "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    "x-amz-date": at,
    "x-amz-trailer": "x-amz-checksum-crc32",
  };
  const names = Object.keys(headers).join(";");
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = [
    "PUT",
    "/b/k",
    "",
    lines.join(""),
    names,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const sign = (kind: string, ...parts: string[]) =>
    hmac(key, [kind, at, scope, ...parts].join("\n")).toString("hex");
  const seed = sign("AWS4-HMAC-SHA256", sha256(canonical));
  const one = sign("AWS4-HMAC-SHA256-PAYLOAD", seed, sha256(""), sha256("hello"));
  const last = sign("AWS4-HMAC-SHA256-PAYLOAD", one, sha256(""), sha256(""));
  const trailer = sign("AWS4-HMAC-SHA256-TRAILER", last, sha256("x-amz-checksum-crc32:NhCmhg==\n"));
  const body = `${chunk("5", one, "hello")}0;chunk-signature=${last}\r\nx-amz-checksum-crc32:NhCmhg==\r\nx-amz-trailer-signature:${trailer}\r\n\r\n`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${example.id}/${scope}, SignedHeaders=${names}, Signature=${seed}`;
  const request = (body: string) => ({
    method: "PUT",
    url: "/b/k",
    headers: { ...headers, authorization },
    body: bytes(body),
  });
  expect(verifySignature(request(body), exampleSecret).ok).toBe(true);
  expect(verifySignature(request(body.replace("NhCmhg", "NhCmhh")), exampleSecret).ok).toBe(false);
});
