import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { HttpRequest } from "../http.ts";
import { decodeCall, encodeFault, serviceIds } from "./index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A request as a client would sign it for a service; the signature itself is none. */
function request(
  service: string,
  parts: Partial<Omit<HttpRequest, "body">> & { body?: string },
): HttpRequest {
  const scope = `AKIAX/20260131/eu-west-1/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=00`;
  const { method = "POST", url = "/", headers, body = "" } = parts;
  return {
    method,
    url,
    headers: { host: "127.0.0.1:4566", authorization, ...headers },
    body: bytes(body),
  };
}

const form = (service: string, body: string) => request(service, { body });
const json = (target: string, body: string) =>
  request("kms", { body, headers: { "x-amz-target": target } });
const s3 = (method: string, url: string, parts = {}) => request("s3", { method, url, ...parts });
const host = (name: string) => ({ headers: { host: name } });
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("a request that cannot be read gets the fault of AWS", () => {
  test.each<[string, HttpRequest, string, number]>([
    ["a form with a broken escape", form("iam", "Action=%zz"), "MalformedQueryString", 404],
    ["a form that is no UTF-8", form("iam", "Action=%ff"), "MalformedQueryString", 404],
    ["no action", form("iam", "Version=2010-05-08"), "MissingAction", 400],
    ["an action that is none", form("iam", "Action=Nope&Version=2010-05-08"), "InvalidAction", 400],
    [
      "an action of an object",
      form("iam", "Action=__proto__&Version=2010-05-08"),
      "InvalidAction",
      400,
    ],
    ["no version", form("iam", "Action=ListUsers"), "InvalidAction", 400],
    [
      "a number that is none",
      form("iam", "Action=ListUsers&Version=2010-05-08&MaxItems=ten"),
      "ValidationError",
      400,
    ],
    [
      "a list without numbers",
      form("iam", "Action=CreateUser&Version=2010-05-08&UserName=a&Tags.member.x.Key=k"),
      "ValidationError",
      400,
    ],
    [
      "a name of a thousand parts",
      form("iam", `Action=ListUsers&Version=2010-05-08&${"a.".repeat(999)}=1`),
      "MalformedQueryString",
      404,
    ],
    [
      "a parameter that EC2 lacks",
      form("ec2", "Action=DescribeVpcs&Version=2016-11-15&Vpc=1"),
      "UnknownParameter",
      400,
    ],
    [
      "a number that EC2 cannot read",
      form("ec2", "Action=DescribeVpcs&Version=2016-11-15&MaxResults=x"),
      "InvalidParameterValue",
      400,
    ],
    [
      "EC2 beyond what is emulated",
      form("ec2", "Action=DescribeSpotPriceHistory&Version=2016-11-15"),
      "InvalidAction",
      400,
    ],
    ["no target", json("", "{}"), "UnknownOperationException", 400],
    [
      "a target of another service",
      json("Logs_20140328.DescribeLogGroups", "{}"),
      "UnknownOperationException",
      400,
    ],
    ["a body that is no JSON", json("TrentService.Encrypt", "{"), "SerializationException", 400],
    ["a body that is a list", json("TrentService.Encrypt", "[]"), "SerializationException", 400],
    [
      "a number where text belongs",
      json("TrentService.Encrypt", '{"KeyId":1}'),
      "SerializationException",
      400,
    ],
    [
      "base64 that is none",
      json("TrentService.Encrypt", '{"Plaintext":"*"}'),
      "SerializationException",
      400,
    ],
    [
      "a body that is packed",
      request("kms", {
        headers: { "content-encoding": "gzip", "x-amz-target": "TrentService.Encrypt" },
      }),
      "SerializationException",
      400,
    ],
    [
      "a path that Lambda lacks",
      request("lambda", { url: "/2015-03-31/nothing" }),
      "UnknownOperationException",
      404,
    ],
    ["a method that a bucket lacks", s3("PATCH", "/photos"), "MethodNotAllowed", 405],
    [
      "XML that is broken",
      s3("PUT", "/photos?tagging", { body: "<Tagging><TagSet></Tagging>" }),
      "MalformedXML",
      400,
    ],
    [
      "XML with a document type",
      s3("PUT", "/photos?tagging", { body: '<!DOCTYPE a [<!ENTITY b "c">]><Tagging/>' }),
      "MalformedXML",
      400,
    ],
    [
      "XML with an unknown entity",
      s3("PUT", "/photos?tagging", { body: "<Tagging>&b;</Tagging>" }),
      "MalformedXML",
      400,
    ],
    [
      "XML in a hundred levels",
      s3("PUT", "/photos?tagging", { body: "<a>".repeat(100) + "</a>".repeat(100) }),
      "MalformedXML",
      400,
    ],
    ["a configuration without its id", s3("DELETE", "/photos?analytics"), "InvalidArgument", 400],
    ["a key with a broken escape", s3("GET", "/photos/%zz"), "InvalidArgument", 400],
    [
      "chunks that break off",
      s3("PUT", "/photos/k", {
        body: "5\r\nhel",
        headers: { "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER" },
      }),
      "IncompleteBody",
      400,
    ],
    ["a stream of events", s3("POST", "/photos/k?select&select-type=2"), "NotImplemented", 501],
    [
      "a service without a model",
      request("dynamodb", { headers: { "x-amz-target": "DynamoDB_20120810.ListTables" } }),
      "UnknownOperationException",
      400,
    ],
    [
      "an authorisation of another kind",
      request("iam", { headers: { authorization: "Basic x" } }),
      "IncompleteSignature",
      400,
    ],
  ])("%s", (_, sent, code, status) => {
    const decoded = decodeCall(sent);
    expect(decoded).toMatchObject({ fault: { code, status } });
    if ("fault" in decoded)
      expect(encodeFault(decoded, decoded.fault, { requestId: "r" }).status).toBe(status);
  });

  test.each([
    ["s3", 10, "EntityTooLarge"],
    ["iam", 2, "RequestEntityTooLarge"],
    ["kms", 2, "RequestEntityTooLargeException"],
  ])("%s: a body of more than %i MB", (service, most, code) => {
    const sent = {
      ...request(service, { url: "/photos/k" }),
      body: new Uint8Array(most * 1024 * 1024 + 1),
    };
    expect(decodeCall(sent)).toMatchObject({ fault: { code } });
  });

  test.each([100, 100_000])("free JSON in %i levels", (depth) => {
    const body = `{"Findings":[{"Resources":[{"Details":{"AzureResource":${nested(depth)}}}]}]}`;
    const sent = request("securityhub", { url: "/findings/import", body });
    expect(decodeCall(sent)).toMatchObject({ fault: { code: "SerializationException" } });
  });
});

describe("REST operations that share method and path are told apart", () => {
  test.each<[string, HttpRequest, string]>([
    ["", s3("GET", "/"), "ListBuckets"],
    ["", s3("GET", "/photos"), "ListObjects"],
    ["a slash at the end", s3("GET", "/photos/?list-type=2"), "ListObjectsV2"],
    ["", s3("GET", "/photos?analytics"), "ListBucketAnalyticsConfigurations"],
    ["", s3("GET", "/photos?analytics&id=a"), "GetBucketAnalyticsConfiguration"],
    ["the newer of two", s3("GET", "/photos?lifecycle"), "GetBucketLifecycleConfiguration"],
    ["", s3("PUT", "/photos/k"), "PutObject"],
    ["a header", s3("PUT", "/photos/k", { headers: { "x-amz-copy-source": "a/b" } }), "CopyObject"],
    ["a query", s3("PUT", "/photos/k?partNumber=1&uploadId=u"), "UploadPart"],
    [
      "both",
      s3("PUT", "/photos/k?partNumber=1&uploadId=u", { headers: { "x-amz-copy-source": "a/b" } }),
      "UploadPartCopy",
    ],
    ["", s3("GET", "/photos/k?uploadId=u"), "ListParts"],
    ["", s3("DELETE", "/photos/k?uploadId=u"), "AbortMultipartUpload"],
    ["", s3("POST", "/photos/k?uploads"), "CreateMultipartUpload"],
    [
      "the account's own",
      s3("GET", "/v20180820/configuration/publicAccessBlock", {
        headers: { "x-amz-account-id": "111122223333" },
      }),
      "GetPublicAccessBlock",
    ],
    ["", request("lambda", { method: "GET", url: "/2015-03-31/functions/" }), "ListFunctions"],
    ["", request("lambda", { method: "GET", url: "/2015-03-31/functions/f/policy" }), "GetPolicy"],
  ])("%s %o is %s", (_, sent, operation) => {
    expect(decodeCall(sent)).toMatchObject({ call: { operation } });
  });
});

describe("bucket and key", () => {
  test.each<[string, HttpRequest, object]>([
    ["in the path", s3("GET", "/photos/a/b%20c"), { Bucket: "photos", Key: "a/b c" }],
    [
      "in the host",
      s3("GET", "/a/b", host("photos.s3.eu-west-1.amazonaws.com")),
      { Bucket: "photos", Key: "a/b" },
    ],
    [
      "a host with dots",
      s3("GET", "/a", host("my.photos.s3.amazonaws.com")),
      { Bucket: "my.photos", Key: "a" },
    ],
    [
      "a bucket that is named as a service",
      s3("GET", "/a", host("kms.s3.amazonaws.com")),
      { Bucket: "kms", Key: "a" },
    ],
    [
      "a host of one's own",
      s3("GET", "/a", host("photos.localhost:4566")),
      { Bucket: "photos", Key: "a" },
    ],
    [
      "an access point",
      s3("GET", "/a", host("pt-111122223333.s3-accesspoint.eu-west-1.amazonaws.com")),
      { Bucket: "arn:aws:s3:eu-west-1:111122223333:accesspoint/pt", Key: "a" },
    ],
    ["slashes and dots stay", s3("GET", "/photos//a/../b/"), { Bucket: "photos", Key: "/a/../b/" }],
    ["a plus is a plus in a path", s3("GET", "/photos/a+b"), { Bucket: "photos", Key: "a+b" }],
  ])("%s", (_, sent, input) => {
    expect(decodeCall(sent)).toMatchObject({ call: { service: "s3", input } });
  });
});

describe("where an unsigned request goes", () => {
  const unsigned = (name: string, url: string, body = ""): HttpRequest => ({
    method: body === "" ? "GET" : "POST",
    url,
    headers: { host: name, "content-type": "application/x-www-form-urlencoded" },
    body: bytes(body),
  });
  test.each<[string, HttpRequest, object]>([
    [
      "S3 by its host",
      unsigned("photos.s3.eu-west-1.amazonaws.com", "/k"),
      { service: "s3", region: "eu-west-1" },
    ],
    [
      "STS by its host",
      unsigned("sts.amazonaws.com", "/?Action=GetCallerIdentity&Version=2011-06-15"),
      { service: "sts", region: "us-east-1" },
    ],
    [
      "STS by its version",
      unsigned("127.0.0.1:4566", "/", "Action=GetCallerIdentity&Version=2011-06-15"),
      { service: "sts" },
    ],
    [
      "all else to S3",
      unsigned("127.0.0.1:4566", "/photos/k"),
      { service: "s3", operation: "GetObject" },
    ],
  ])("%s", (_, sent, call) => {
    expect(decodeCall(sent)).toMatchObject({
      call: { ...call, accessKeyId: null, sessionToken: null },
    });
  });
});

describe("an input is held to its model", () => {
  const orgs = (body: string) =>
    request("organizations", {
      body,
      headers: { "x-amz-target": "AWSOrganizationsV20161128.CreatePolicy" },
    });
  const create = (rest: string) => form("iam", `Action=CreateUser&Version=2010-05-08${rest}`);
  test.each<[string, HttpRequest, string, string]>([
    [
      "a member that is missing",
      create(""),
      "ValidationError",
      "1 validation error detected: UserName is required.",
    ],
    [
      "a text that is too long",
      create(`&UserName=${"a".repeat(65)}`),
      "ValidationError",
      "1 validation error detected: UserName has a length over 64.",
    ],
    [
      "a text of other signs",
      create("&UserName=a%20b"),
      "ValidationError",
      "1 validation error detected: UserName does not match [\\w+=,.@-]+.",
    ],
    [
      "an end of line behind it",
      create("&UserName=a%0A"),
      "ValidationError",
      "1 validation error detected: UserName does not match [\\w+=,.@-]+.",
    ],
    [
      "two, one of them within a list",
      create("&UserName=a%20b&Tags.member.1.Key=k"),
      "ValidationError",
      "2 validation errors detected: UserName does not match [\\w+=,.@-]+; Tags.1.Value is required.",
    ],
    [
      "a number that is too small",
      form("iam", "Action=ListUsers&Version=2010-05-08&MaxItems=0"),
      "ValidationError",
      "1 validation error detected: MaxItems has a value under 1.",
    ],
    [
      "a word that is none of those",
      json("TrentService.CreateKey", '{"KeySpec":"RSA_1"}'),
      "ValidationException",
      "1 validation error detected: KeySpec is none of RSA_2048, RSA_3072",
    ],
    [
      "Organizations has its own word",
      orgs('{"Content":"{}","Description":"","Name":"n"}'),
      "InvalidInputException",
      "1 validation error detected: Type is required.",
    ],
    [
      "EC2 too",
      form("ec2", "Action=RunInstances&Version=2016-11-15&MinCount=1"),
      "MissingParameter",
      "MaxCount is required",
    ],
    ["and S3", s3("PUT", "/photos?tagging"), "MissingRequestBodyError", "Tagging is required"],
    [
      "a body of S3 that lacks something",
      s3("PUT", "/photos?tagging", { body: "<Tagging/>" }),
      "MalformedXML",
      "Tagging.TagSet is required",
    ],
  ])("%s", (_, sent, code, message) => {
    const decoded = decodeCall(sent);
    expect(decoded).toMatchObject({ fault: { code, status: 400 } });
    if ("fault" in decoded) expect(decoded.fault.message).toContain(message);
  });
});

test("a name of every object does no harm", () => {
  const sent = json(
    "TrentService.Encrypt",
    '{"KeyId":"k","Plaintext":"AA==","EncryptionContext":{"__proto__":"x","constructor":"y"},"__proto__":{"KeyId":"k"}}',
  );
  const decoded = decodeCall(sent);
  expect(decoded).toMatchObject({ call: { operation: "Encrypt" } });
  if ("fault" in decoded) return;
  expect(Object.keys(decoded.call.input)).toEqual(["KeyId", "Plaintext", "EncryptionContext"]);
  expect(Object.keys(decoded.call.input["EncryptionContext"] as object)).toEqual([
    "__proto__",
    "constructor",
  ]);
});

test("nothing that comes in throws", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  const piece = fc.constantFrom(
    "Action=CreateUser",
    "Version=2010-05-08",
    "&",
    "=",
    ".member.1.",
    "Tags",
    "%",
    "<a",
    ">",
    "</a>",
    "&#x;",
    "<![CDATA[",
    "{",
    "[",
    '"',
    ":",
    "\\u",
    "1\r\n",
    "\0",
  );
  const mixed = fc.array(fc.oneof(piece, text), { maxLength: 12 }).map((parts) => parts.join(""));
  const url = fc.oneof(
    mixed,
    fc
      .tuple(fc.constantFrom("/", "/photos/k?", "/?", "/2015-03-31/functions/"), mixed)
      .map((parts) => parts.join("")),
  );
  const target = fc.constantFrom(
    "TrentService.Encrypt",
    "secretsmanager.CreateSecret",
    "AWSOrganizationsV20161128.CreatePolicy",
  );
  const headers = fc.record(
    {
      host: fc.oneof(text, fc.constantFrom("a.s3.amazonaws.com", "b.localhost")),
      "x-amz-target": fc.oneof(text, target),
      "content-encoding": fc.constantFrom("identity", "gzip", "aws-chunked"),
      "x-amz-content-sha256": fc.constantFrom("STREAMING-X", ""),
      authorization: text,
    },
    { requiredKeys: [] },
  );
  const method = fc.constantFrom("GET", "PUT", "POST", "DELETE", "HEAD", "");
  fc.assert(
    fc.property(
      fc.constantFrom(...serviceIds, "access-analyzer", ""),
      fc.record({ method, url, headers, body: mixed }),
      (service, parts) => {
        const decoded = decodeCall(request(service, parts));
        const id = { requestId: "r" };
        const refused = "fault" in decoded ? encodeFault(decoded, decoded.fault, id).status : 400;
        expect(refused).toBeGreaterThanOrEqual(400);
      },
    ),
    { numRuns: 800 },
  );
});
