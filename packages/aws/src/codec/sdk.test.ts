import { DescribeInstancesCommand, EC2Client, RunInstancesCommand } from "@aws-sdk/client-ec2";
import {
  CreatePolicyCommand,
  GetUserCommand,
  IAMClient,
  ListUsersCommand,
} from "@aws-sdk/client-iam";
import { EncryptCommand, KMSClient, ListGrantsCommand } from "@aws-sdk/client-kms";
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import {
  GetBucketAclCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";

import type { Fault } from "./call.ts";
import { loopback } from "./test/loopback.ts";

type Clients = typeof clients;
const clients = { EC2Client, IAMClient, KMSClient, LambdaClient, S3Client };
type Case = {
  client: keyof Clients;
  // oxlint-disable-next-line typescript/no-explicit-any
  command: new (input: any) => object;
  input: Record<string, unknown>;
  /** What the codec reads, where it is not `input` itself. */
  read?: Record<string, unknown>;
  output: Record<string, unknown>;
};

const bytes = (text: string) => new TextEncoder().encode(text);
const day = Date.UTC(2026, 0, 31, 12, 30, 15);

const cases: Record<string, Case> = {
  "query: a structure, timestamps and a list": {
    client: "IAMClient",
    command: GetUserCommand,
    input: { UserName: "ana" },
    output: {
      User: {
        Path: "/",
        UserName: "ana",
        UserId: "AIDA1",
        Arn: "arn:aws:iam::111122223333:user/ana",
        CreateDate: day,
        Tags: [{ Key: "team", Value: "<a & b>" }],
      },
    },
  },
  "query: an empty list and a boolean": {
    client: "IAMClient",
    command: ListUsersCommand,
    input: { PathPrefix: "/a+b%/", MaxItems: 5 },
    output: { Users: [], IsTruncated: false },
  },
  "query: text with all that needs escapes": {
    client: "IAMClient",
    command: CreatePolicyCommand,
    input: {
      PolicyName: "p",
      PolicyDocument: '{"Version":"2012-10-17","Statement":[]} + é%&=',
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "" },
      ],
    },
    output: { Policy: { PolicyName: "p", AttachmentCount: 0, IsAttachable: true } },
  },
  "ec2: names of lists and numbers": {
    client: "EC2Client",
    command: RunInstancesCommand,
    input: {
      ImageId: "ami-1",
      MinCount: 1,
      MaxCount: 2,
      SecurityGroupIds: ["sg-1", "sg-2"],
      MetadataOptions: { HttpTokens: "required", HttpPutResponseHopLimit: 1 },
      ClientToken: "t",
      NetworkInterfaces: [
        { DeviceIndex: 0, PrivateIpAddresses: [{ PrivateIpAddress: "10.0.0.5", Primary: true }] },
      ],
    },
    output: {
      ReservationId: "r-1",
      Instances: [
        {
          InstanceId: "i-1",
          LaunchTime: day,
          State: { Code: 0, Name: "pending" },
          SecurityGroups: [{ GroupId: "sg-1" }],
        },
      ],
    },
  },
  "ec2: filters": {
    client: "EC2Client",
    command: DescribeInstancesCommand,
    input: { Filters: [{ Name: "vpc-id", Values: ["vpc-1", "vpc-2"] }], MaxResults: 10 },
    output: { Reservations: [] },
  },
  "json: bytes and maps": {
    client: "KMSClient",
    command: EncryptCommand,
    input: { KeyId: "alias/a", Plaintext: bytes("secret"), EncryptionContext: { tenant: "1" } },
    output: {
      CiphertextBlob: bytes("\u0000\u0001x"),
      KeyId: "arn:aws:kms:eu-west-1:111122223333:key/1",
    },
  },
  "json: times as seconds": {
    client: "KMSClient",
    command: ListGrantsCommand,
    input: { KeyId: "k" },
    output: {
      Grants: [
        {
          GrantId: "g",
          CreationDate: day + 250,
          Operations: ["Decrypt"],
          Constraints: { EncryptionContextSubset: { a: "b" } },
        },
      ],
      Truncated: false,
    },
  },
  "rest-json: path, headers, bytes as body, status": {
    client: "LambdaClient",
    command: InvokeCommand,
    input: {
      FunctionName: "arn:aws:lambda:eu-west-1:111122223333:function:f",
      InvocationType: "RequestResponse",
      Payload: bytes("{}"),
      Qualifier: "live",
    },
    output: { StatusCode: 200, ExecutedVersion: "7", Payload: bytes('{"ok":true}') },
  },
  "rest-json: query, and a slash at the end": {
    client: "LambdaClient",
    command: ListFunctionsCommand,
    input: { MaxItems: 3, Marker: "a b" },
    output: {
      Functions: [{ FunctionName: "f", Environment: { Variables: { A: "1" } }, CodeSize: 10 }],
    },
  },
  "rest-xml: a flattened list": {
    client: "S3Client",
    command: ListObjectsV2Command,
    input: {
      Bucket: "photos",
      Prefix: "a/",
      Delimiter: "/",
      OptionalObjectAttributes: ["RestoreStatus"],
    },
    output: {
      Name: "photos",
      Prefix: "a/",
      KeyCount: 2,
      IsTruncated: false,
      Contents: [
        { Key: "a/1 & <2>", LastModified: day, Size: 12, ETag: '"e"' },
        { Key: "a/\u0001\r" },
      ],
      CommonPrefixes: [{ Prefix: "a/b/" }],
    },
  },
  "rest-xml: bytes, metadata and a strange key": {
    client: "S3Client",
    command: PutObjectCommand,
    input: {
      Bucket: "photos",
      Key: "a//../b ü+?&.txt",
      Body: bytes("hello"),
      Metadata: { owner: "ana" },
      ContentType: "text/plain",
      Tagging: "a=b",
    },
    read: { ContentLength: 5, ChecksumAlgorithm: "CRC32", ChecksumCRC32: "NhCmhg==" },
    output: { ETag: '"e"', ServerSideEncryption: "AES256" },
  },
  "rest-xml: a body that is text": {
    client: "S3Client",
    command: PutBucketPolicyCommand,
    input: { Bucket: "photos", Policy: '{"Statement":[]}' },
    read: { ChecksumAlgorithm: "CRC32" },
    output: {},
  },
  "rest-xml: the type of a grantee": {
    client: "S3Client",
    command: GetBucketAclCommand,
    input: { Bucket: "photos" },
    output: {
      Owner: { ID: "1" },
      Grants: [
        {
          Grantee: { Type: "Group", URI: "http://acs.amazonaws.com/groups/global/AllUsers" },
          Permission: "READ",
        },
      ],
    },
  },
  "rest-xml: a location": {
    client: "S3Client",
    command: GetBucketLocationCommand,
    input: { Bucket: "photos" },
    output: { LocationConstraint: "eu-west-1" },
  },
  "rest-xml: headers only": {
    client: "S3Client",
    command: HeadObjectCommand,
    input: { Bucket: "photos", Key: "k", VersionId: "v" },
    output: {
      ContentLength: 12,
      LastModified: day,
      Metadata: { owner: "ana" },
      DeleteMarker: false,
      ContentType: "text/plain",
    },
  },
};

const asDates = (value: unknown): unknown => {
  if (value === day || value === day + 250) return new Date(value);
  if (Array.isArray(value)) return value.map(asDates);
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asDates(one)]));
};

const plainBytes = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plainBytes);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainBytes(one)]));
};

async function send(client: keyof Clients, command: object, config: never): Promise<unknown> {
  const made = new clients[client](config) as { send: (command: object) => Promise<object> };
  return made.send(command);
}

describe("the SDK for JavaScript is understood, and understands", () => {
  test.each(Object.entries(cases))("%s", async (_, { client, command, input, read, output }) => {
    const { seen, config } = loopback(() => ({ output }));
    const got = await send(client, new command(input), config);
    expect(seen.calls).toEqual([
      {
        call: expect.objectContaining({
          input: { ...input, ...read },
          region: client === "IAMClient" ? "us-east-1" : "eu-west-1",
        }),
      },
    ]);
    expect(plainBytes(got)).toMatchObject(asDates(output) as object);
  });

  test("a stream goes up in chunks and comes down as bytes", async () => {
    const { seen, config } = loopback(({ operation }) => ({
      output:
        operation === "GetObject"
          ? { Body: bytes("down"), ContentLength: 4, ContentRange: "bytes 0-3/9" }
          : {},
    }));
    const client = new S3Client(config);
    await client.send(
      new PutObjectCommand({
        Bucket: "b",
        Key: "k",
        Body: Readable.from([Buffer.from("one "), Buffer.from("two")]),
        ContentLength: 7,
        ContentEncoding: "gzip",
      }),
    );
    expect(seen.requests[0]?.headers["x-amz-content-sha256"]).toBe(
      "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    );
    expect(seen.calls[0]).toMatchObject({
      call: { input: { Body: bytes("one two"), ContentEncoding: "gzip", ContentLength: 7 } },
    });
    const got = await client.send(
      new GetObjectCommand({ Bucket: "b", Key: "k", Range: "bytes=0-3" }),
    );
    expect([got.$metadata.httpStatusCode, await got.Body?.transformToString()]).toEqual([
      206,
      "down",
    ]);
  });
});

type Refusal = { client: keyof Clients; command: object; fault: Fault; expected: object };
const refusals: Record<string, Refusal> = {
  query: {
    client: "IAMClient",
    command: new GetUserCommand({ UserName: "x" }),
    fault: { code: "NoSuchEntity", message: "None <x>.", status: 404 },
    expected: { name: "NoSuchEntityException", message: "None <x>." },
  },
  ec2: {
    client: "EC2Client",
    command: new DescribeInstancesCommand({}),
    fault: { code: "UnauthorizedOperation", message: "No.", status: 403 },
    expected: { name: "UnauthorizedOperation", message: "No." },
  },
  json: {
    client: "KMSClient",
    command: new ListGrantsCommand({ KeyId: "k" }),
    fault: { code: "NotFoundException", message: "None.", status: 400 },
    expected: { name: "NotFoundException", message: "None." },
  },
  "rest-json": {
    client: "LambdaClient",
    command: new InvokeCommand({ FunctionName: "f" }),
    fault: { code: "ResourceNotFoundException", message: "None.", status: 404 },
    expected: { name: "ResourceNotFoundException", message: "None.", Type: "User" },
  },
  "rest-xml": {
    client: "S3Client",
    command: new GetObjectCommand({ Bucket: "b", Key: "k" }),
    fault: {
      code: "InvalidObjectState",
      message: "Cold.",
      status: 403,
      members: { StorageClass: "GLACIER" },
    },
    expected: { name: "InvalidObjectState", StorageClass: "GLACIER" },
  },
  "rest-xml without a body": {
    client: "S3Client",
    command: new HeadObjectCommand({ Bucket: "b", Key: "k" }),
    fault: { code: "NoSuchKey", message: "None.", status: 404 },
    expected: { name: "NotFound" },
  },
};

test.each(Object.entries(refusals))(
  "a refusal in %s has its class",
  async (_, { client, command, fault, expected }) => {
    const { config } = loopback(() => ({ fault }));
    await expect(send(client, command, config)).rejects.toMatchObject({
      ...expected,
      $metadata: {
        httpStatusCode: fault.status,
        requestId: "0a1b2c3d-0000-4000-8000-000000000001",
      },
    });
  },
);
