import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";
import { storedPolicy } from "../../world/stored-policy.ts";
import { invoke } from "../../world/invoke.ts";
import type { World } from "../../world/world.ts";
import { fitting } from "../test/fitting.ts";

const statement = (
  Action: string | string[],
  Resource: string | string[] = "*",
  more: object = {},
) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const allow = (...given: Parameters<typeof statement>) => policy(statement(...given));
const user = (name: string, inline: object = {}) => ({ name, keys: 1, inline });
const to = (AWS: unknown, ...given: Parameters<typeof statement>) => ({
  ...statement(...given),
  Principal: { AWS },
});
const everybody = policy(to("*", "s3:GetObject", "arn:aws:s3:::open-data/*"));
const keyId = "aaaaaaaa-1111-4111-8111-111111111111";
const key = `arn:aws:kms:eu-west-1:111111111111:key/${keyId}`;

const declared = {
  format: 1,
  now: "2026-05-04T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          user("ana", { all: allow("*") }),
          user("reader", { get: allow("s3:GetObject", "arn:aws:s3:::shop-data/*") }),
          user("lister", {
            home: allow("s3:ListBucket", "arn:aws:s3:::shop-data", {
              Condition: { StringLike: { "s3:prefix": "reports/*" } },
            }),
            get: allow("s3:GetObject", "arn:aws:s3:::shop-data/*", {
              Condition: { StringEquals: { "s3:ExistingObjectTag/class": "public" } },
            }),
          }),
          user("writer", {
            put: allow("s3:PutObject", "arn:aws:s3:::shop-data/*", {
              Condition: { StringEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } },
            }),
            key: allow("kms:GenerateDataKey", key, {
              Condition: {
                StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
                StringLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::shop-data*" },
              },
            }),
          }),
          user("keyless", { all: allow("s3:*") }),
          user("north", {
            own: allow("s3:*", "*", {
              Condition: { StringEquals: { "aws:ResourceTag/team": "north" } },
            }),
          }),
          user("governor", { all: allow("s3:*") }),
          user("keeper", {
            all: policy(statement("s3:*"), {
              Effect: "Deny",
              Action: "s3:BypassGovernanceRetention",
              Resource: "*",
            }),
          }),
        ],
        roles: [
          {
            name: "copier",
            trust: policy({
              Effect: "Allow",
              Principal: { Service: "s3.amazonaws.com" },
              Action: "sts:AssumeRole",
            }),
            inline: { all: allow(["s3:GetObjectVersionForReplication", "s3:ReplicateObject"]) },
          },
        ],
      },
      s3: {
        buckets: [
          {
            name: "shop-data",
            region: "eu-west-1",
            encryption: { kms: "orders" },
            objects: {
              "reports/q1.csv": { text: "1,2", tags: { class: "public" }, contentType: "text/csv" },
              "reports/q2.csv": "3,4",
              "secret.txt": "s",
            },
          },
          { name: "plain", region: "eu-west-1", objects: { a: "0123456789" } },
          { name: "open-data", publicAccessBlock: false, policy: everybody, objects: { a: "x" } },
          { name: "closed-data", objects: { a: "x" } },
          {
            name: "shared",
            policy: policy(
              to("222222222222", ["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::shared/*"),
              to("222222222222", ["s3:GetBucketPolicy", "s3:ListBucket"], "arn:aws:s3:::shared"),
            ),
            objects: { a: "x" },
          },
          {
            name: "vault",
            lock: { mode: "GOVERNANCE", days: 30 },
            objects: { old: "x", held: { text: "x", hold: true } },
          },
          { name: "lost-key", region: "eu-west-1", objects: { a: { text: "x", kms: "gone" } } },
          { name: "two-hands", versioning: true, mfaDelete: true, objects: { a: "x" } },
          { name: "team-data", tags: { team: "north" }, objects: { a: "x" } },
          { name: "from", versioning: true },
          { name: "into", versioning: true },
        ],
      },
      regions: { "eu-west-1": { kms: { keys: [{ id: keyId, alias: "orders" }] } } },
    },
    {
      id: "222222222222",
      name: "Partner",
      iam: { users: [user("eve", { all: allow("*") }), user("fay")] },
    },
  ],
};

const begin = () => buildWorld(declared, "s");
const text = (value: string) => new TextEncoder().encode(value);
const as = (world: World, user: string) => fitting(world, "s3", { user });
const anonymous = (world: World) => (operation: string, input: Record<string, unknown>) =>
  invoke(world, {
    service: "s3",
    operation,
    input,
    region: "us-east-1",
    accessKeyId: null,
    sessionToken: null,
    userAgent: "curl",
    host: "",
  });

describe("who may do what with a bucket", () => {
  const data = { Bucket: "shop-data" };
  const kms = { ServerSideEncryption: "aws:kms", SSEKMSKeyId: key };
  it.each([
    ["ana", "GetObject", { ...data, Key: "reports/q1.csv" }, null],
    ["ana", "GetObject", { ...data, Key: "none" }, "NoSuchKey"],
    ["ana", "GetObject", { Bucket: "none", Key: "a" }, "NoSuchBucket"],
    ["ana", "GetObject", { Bucket: "plain", Key: "a", VersionId: "x" }, "NoSuchVersion"],
    [
      "ana",
      "GetObject",
      { Bucket: "plain", Key: "a", ExpectedBucketOwner: "222222222222" },
      "AccessDenied",
    ],
    // Who may not list is not told that an object is not there.
    ["reader", "GetObject", { ...data, Key: "none" }, "AccessDenied"],
    ["reader", "HeadObject", { ...data, Key: "none" }, "AccessDenied"],
    // s3:GetObject is enough for S3, not for the key.
    ["reader", "GetObject", { ...data, Key: "secret.txt" }, "AccessDenied"],
    ["reader", "GetObject", { ...data, Key: "secret.txt", VersionId: "null" }, "AccessDenied"],
    ["keyless", "GetObject", { ...data, Key: "secret.txt" }, "AccessDenied"],
    ["keyless", "PutObject", { ...data, Key: "x" }, "AccessDenied"],
    ["keyless", "PutObject", { ...data, Key: "x", ServerSideEncryption: "AES256" }, null],
    ["keyless", "GetObject", { Bucket: "plain", Key: "a" }, null],
    // The managed key is open to the whole account, by way of S3.
    ["keyless", "PutObject", { Bucket: "plain", Key: "x", ServerSideEncryption: "aws:kms" }, null],
    [
      "keyless",
      "CopyObject",
      { Bucket: "plain", Key: "x", CopySource: "shop-data/secret.txt" },
      "AccessDenied",
    ],
    [
      "keyless",
      "PutBucketReplication",
      {
        Bucket: "from",
        ReplicationConfiguration: { Role: "arn:aws:iam::111111111111:role/copier" },
      },
      "AccessDenied",
    ],
    ["lister", "ListObjectsV2", { ...data, Prefix: "reports/" }, null],
    ["lister", "ListObjectsV2", { ...data, Prefix: "re" }, "AccessDenied"],
    ["lister", "ListObjectsV2", data, "AccessDenied"],
    ["lister", "GetObject", { ...data, Key: "reports/q2.csv" }, "AccessDenied"],
    ["writer", "PutObject", { ...data, Key: "x", ...kms }, null],
    ["writer", "PutObject", { ...data, Key: "x", ...kms, BucketKeyEnabled: true }, null],
    // The default of the bucket is no header of the request.
    ["writer", "PutObject", { ...data, Key: "x" }, "AccessDenied"],
    ["writer", "PutObject", { ...data, Key: "x", ...kms, Tagging: "a=b" }, "AccessDenied"],
    [
      "ana",
      "PutObject",
      { Bucket: "plain", Key: "x", SSECustomerAlgorithm: "AES256" },
      "AccessDenied",
    ],
    [
      "ana",
      "PutObject",
      { Bucket: "plain", Key: "x", ACL: "public-read" },
      "AccessControlListNotSupported",
    ],
    ["ana", "PutObject", { Bucket: "plain", Key: "x", ACL: "bucket-owner-full-control" }, null],
    ["ana", "PutObject", { Bucket: "plain", Key: "a", IfNoneMatch: "*" }, "PreconditionFailed"],
    [
      "ana",
      "PutObject",
      { Bucket: "plain", Key: "x", ObjectLockLegalHoldStatus: "ON" },
      "InvalidRequest",
    ],
    ["eve", "GetObject", { Bucket: "shared", Key: "a" }, null],
    ["eve", "DeleteObject", { Bucket: "shared", Key: "a" }, "AccessDenied"],
    ["eve", "GetBucketPolicy", { Bucket: "shared" }, "MethodNotAllowed"],
    ["eve", "GetBucketPolicy", { Bucket: "plain" }, "AccessDenied"],
    ["fay", "GetObject", { Bucket: "shared", Key: "a" }, "AccessDenied"],
    ["fay", "GetObject", { Bucket: "open-data", Key: "a" }, "AccessDenied"],
    [
      "eve",
      "CreateBucket",
      { Bucket: "plain", CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } },
      "BucketAlreadyExists",
    ],
    [
      "ana",
      "CreateBucket",
      { Bucket: "plain", CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } },
      "BucketAlreadyOwnedByYou",
    ],
    ["ana", "CreateBucket", { Bucket: "new-one" }, "IllegalLocationConstraintException"],
    [
      "ana",
      "CreateBucket",
      { Bucket: "No", CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } },
      "InvalidBucketName",
    ],
    ["ana", "DeleteBucket", { Bucket: "plain" }, "BucketNotEmpty"],
  ])("%s calls %s with %j: %s", (name, operation, input, code) => {
    expect(as(begin(), name)(operation, input).fault?.code ?? null).toBe(code);
  });

  it.each([
    ["open-data", "GetObject", null],
    ["open-data", "DeleteObject", "AccessDenied"],
    ["closed-data", "GetObject", "AccessDenied"],
    ["plain", "GetObject", "AccessDenied"],
  ])("anybody on %s: %s", (Bucket, operation, code) => {
    expect(anonymous(begin())(operation, { Bucket, Key: "a" }).fault?.code ?? null).toBe(code);
  });
});

describe("public access", () => {
  const Policy = (bucket: string) => JSON.stringify(everybody).replaceAll("open-data", bucket);

  it("is refused while the bucket blocks it, and ends when the block comes back", () => {
    const world = begin();
    const [ana, anybody] = [as(world, "ana"), anonymous(world)];
    const Bucket = "closed-data";
    const put = () =>
      ana("PutBucketPolicy", { Bucket, Policy: Policy(Bucket) }).fault?.code ?? null;
    const get = () => anybody("GetObject", { Bucket, Key: "a" }).fault?.code ?? null;
    expect(put()).toBe("AccessDenied");
    ana("DeletePublicAccessBlock", { Bucket });
    expect([put(), get()]).toEqual([null, null]);
    expect(ana("GetBucketPolicyStatus", { Bucket }).output).toEqual({
      PolicyStatus: { IsPublic: true },
    });
    ana("PutPublicAccessBlock", {
      Bucket,
      PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
    });
    expect(get()).toBe("AccessDenied");
    expect(as(world, "keyless")("GetObject", { Bucket, Key: "a" }).fault).toBeUndefined();
  });

  it.each([
    ["another bucket", Policy("plain"), "MalformedPolicy"],
    ["another service", Policy("open-data").replace("s3:", "sqs:"), "MalformedPolicy"],
    [
      "nobody that is there",
      JSON.stringify(
        policy(to("arn:aws:iam::111111111111:user/no", "s3:GetObject", "arn:aws:s3:::open-data/*")),
      ),
      "MalformedPolicy",
    ],
    ["no JSON", "{", "MalformedPolicy"],
  ])("a policy about %s", (_what, text, code) => {
    const input = { Bucket: "open-data", Policy: text };
    expect(as(begin(), "ana")("PutBucketPolicy", input).fault?.code).toBe(code);
  });

  it("is off in a new bucket, like ACLs and keys of the customer's own", () => {
    const ana = as(begin(), "ana");
    const input = {
      Bucket: "new-one",
      CreateBucketConfiguration: { LocationConstraint: "eu-west-1" },
    };
    ana("CreateBucket", input);
    const Bucket = "new-one";
    expect(ana("GetPublicAccessBlock", { Bucket }).output).toEqual({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(ana("GetBucketOwnershipControls", { Bucket }).output).toEqual({
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
    });
    expect(ana("GetBucketEncryption", { Bucket }).output).toMatchObject({
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" },
            BlockedEncryptionTypes: { EncryptionType: ["SSE-C"] },
          },
        ],
      },
    });
    expect(ana("GetBucketVersioning", { Bucket }).output).toEqual({});
    expect(ana("GetBucketPolicy", { Bucket }).fault?.code).toBe("NoSuchBucketPolicy");
    expect(ana("GetBucketLifecycleConfiguration", { Bucket }).fault?.code).toBe(
      "NoSuchLifecycleConfiguration",
    );
    expect(ana("GetBucketLogging", { Bucket }).output).toEqual({});
  });
});

describe("objects", () => {
  it("tell what they are, and give a part of themselves", () => {
    const ana = as(begin(), "ana");
    expect(ana("GetObject", { Bucket: "shop-data", Key: "reports/q1.csv" }).output).toMatchObject({
      Body: text("1,2"),
      ContentType: "text/csv",
      ServerSideEncryption: "aws:kms",
      SSEKMSKeyId: key,
      TagCount: 1,
    });
    const part = (Range: string) => ana("GetObject", { Bucket: "plain", Key: "a", Range });
    expect(part("bytes=2-4").output).toMatchObject({
      Body: text("234"),
      ContentRange: "bytes 2-4/10",
    });
    expect(part("bytes=-3").output).toMatchObject({ Body: text("789") });
    expect(part("bytes=8-").output).toMatchObject({ Body: text("89"), ContentLength: 2 });
    expect(part("bytes=10-").fault?.code).toBe("InvalidRange");
  });

  it("are listed by their names, folded at a delimiter, in pages", () => {
    const ana = as(begin(), "ana");
    const all = { Bucket: "shop-data" };
    expect(ana("ListObjectsV2", { ...all, Delimiter: "/" }).output).toMatchObject({
      CommonPrefixes: [{ Prefix: "reports/" }],
      Contents: [{ Key: "secret.txt", Size: 1 }],
      KeyCount: 2,
      IsTruncated: false,
    });
    const first = ana("ListObjectsV2", { ...all, MaxKeys: 2 }).output!;
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2 });
    const ContinuationToken = first["NextContinuationToken"];
    const rest = ana("ListObjectsV2", { ...all, MaxKeys: 2, ContinuationToken }).output;
    expect(rest).toMatchObject({ Contents: [{ Key: "secret.txt" }], IsTruncated: false });
  });

  it("come back from under a delete marker", () => {
    const ana = as(begin(), "ana");
    const it_ = { Bucket: "from", Key: "k" };
    ana("PutObject", { ...it_, Body: text("one") });
    ana("PutObject", { ...it_, Body: text("two") });
    const { VersionId } = ana("DeleteObject", it_).output!;
    expect(ana("GetObject", it_).fault?.code).toBe("NoSuchKey");
    expect(ana("GetObject", { ...it_, VersionId }).fault?.code).toBe("MethodNotAllowed");
    const listed = ana("ListObjectVersions", { Bucket: "from" }).output!;
    expect(listed).toMatchObject({
      Versions: [{ IsLatest: false }, {}],
      DeleteMarkers: [{ IsLatest: true }],
    });
    ana("DeleteObject", { ...it_, VersionId });
    expect(ana("GetObject", it_).output).toMatchObject({ Body: text("two") });
  });

  it("go through copies, tags and uploads in parts", () => {
    const ana = as(begin(), "ana");
    const copied = { Bucket: "plain", Key: "c d", CopySource: "/shop-data/reports%2Fq1.csv" };
    ana("CopyObject", copied);
    expect(ana("GetObjectTagging", { Bucket: "plain", Key: "c d" }).output).toMatchObject({
      TagSet: [{ Key: "class", Value: "public" }],
    });
    expect(ana("HeadObject", { Bucket: "plain", Key: "c d" }).output).toMatchObject({
      ServerSideEncryption: "AES256",
      ContentType: "text/csv",
    });
    const it_ = { Bucket: "plain", Key: "big" };
    const { UploadId } = ana("CreateMultipartUpload", { ...it_, ContentType: "x/y" }).output!;
    const parts = ["ab", "cd"].map((one, at) => {
      const given = { ...it_, UploadId, PartNumber: at + 1, Body: text(one) };
      return { PartNumber: at + 1, ETag: ana("UploadPart", given).output!["ETag"] };
    });
    ana("CompleteMultipartUpload", { ...it_, UploadId, MultipartUpload: { Parts: parts } });
    const whole = ana("GetObject", it_).output!;
    expect(whole).toMatchObject({ Body: text("abcd"), ContentType: "x/y" });
    expect(whole["ETag"]).toMatch(/^"[0-9a-f]{32}-2"$/);
  });

  it("are deleted one by one in a list", () => {
    const world = begin();
    const Objects = [{ Key: "a" }, { Key: "b" }];
    expect(
      as(world, "eve")("DeleteObjects", { Bucket: "shared", Delete: { Objects } }).output,
    ).toMatchObject({
      Deleted: [],
      Errors: [{ Key: "a", Code: "AccessDenied" }, {}],
    });
    expect(
      as(world, "ana")("DeleteObjects", { Bucket: "shared", Delete: { Objects } }).output,
    ).toMatchObject({
      Deleted: [{ Key: "a" }, { Key: "b" }],
    });
  });

  it("are replicated as far as the role may", () => {
    const ana = as(begin(), "ana");
    const rule = (Role: string) => ({
      Bucket: "from",
      ReplicationConfiguration: {
        Role,
        Rules: [{ Status: "Enabled", Filter: {}, Destination: { Bucket: "arn:aws:s3:::into" } }],
      },
    });
    ana("PutBucketReplication", rule("arn:aws:iam::111111111111:role/copier"));
    ana("PutObject", { Bucket: "from", Key: "k", Body: text("x") });
    expect(ana("HeadObject", { Bucket: "from", Key: "k" }).output).toMatchObject({
      ReplicationStatus: "COMPLETED",
    });
    expect(ana("GetObject", { Bucket: "into", Key: "k" }).output).toMatchObject({
      Body: text("x"),
      ReplicationStatus: "REPLICA",
    });
    ana("PutBucketReplication", rule("arn:aws:iam::111111111111:role/none"));
    ana("PutObject", { Bucket: "from", Key: "l", Body: text("x") });
    expect(ana("HeadObject", { Bucket: "from", Key: "l" }).output).toMatchObject({
      ReplicationStatus: "FAILED",
    });
  });
});

describe("object lock", () => {
  const versionOf = (ana: ReturnType<typeof as>, Key: string) => {
    const { Versions } = ana("ListObjectVersions", { Bucket: "vault", Prefix: Key }).output as {
      Versions: { VersionId: string }[];
    };
    return { Bucket: "vault", Key, VersionId: Versions[0]!.VersionId };
  };

  it.each([
    ["governance", "governor", {}, "AccessDenied"],
    ["governance, meant", "governor", { BypassGovernanceRetention: true }, null],
    [
      "governance, meant without the permission",
      "keeper",
      { BypassGovernanceRetention: true },
      "AccessDenied",
    ],
  ])("%s keeps a version", (_what, name, more, code) => {
    const world = begin();
    as(world, "ana")("PutObject", { Bucket: "vault", Key: "new", Body: text("x") });
    const it_ = versionOf(as(world, "ana"), "new");
    expect(as(world, name)("DeleteObject", { ...it_, ...more }).fault?.code ?? null).toBe(code);
  });

  it("compliance holds for everybody until its day, a legal hold until it is taken off", () => {
    const world = begin();
    const ana = as(world, "ana");
    const old = versionOf(ana, "old");
    const until = (days: number, Mode = "COMPLIANCE") =>
      ana("PutObjectRetention", {
        ...old,
        BypassGovernanceRetention: true,
        Retention: { Mode, RetainUntilDate: world.nowMs + days * 86_400_000 },
      }).fault?.code ?? null;
    expect([until(2), until(3), until(1), until(9, "GOVERNANCE")]).toEqual([
      null,
      null,
      "AccessDenied",
      "AccessDenied",
    ]);
    const gone = () =>
      ana("DeleteObject", { ...old, BypassGovernanceRetention: true }).fault?.code ?? null;
    expect(gone()).toBe("AccessDenied");
    world.nowMs += 4 * 86_400_000;
    expect(gone()).toBe(null);
    const held = versionOf(ana, "held");
    expect(ana("DeleteObject", held).fault?.code).toBe("AccessDenied");
    ana("PutObjectLegalHold", { ...held, LegalHold: { Status: "OFF" } });
    expect(ana("DeleteObject", held).fault).toBeUndefined();
  });

  it("leaves markers alone, and versioning stays on", () => {
    const ana = as(begin(), "ana");
    expect(ana("DeleteObject", { Bucket: "vault", Key: "old" }).output).toMatchObject({
      DeleteMarker: true,
    });
    const off = { Bucket: "vault", VersioningConfiguration: { Status: "Suspended" } };
    expect(ana("PutBucketVersioning", off).fault?.code).toBe("InvalidBucketState");
  });
});

describe("further guards", () => {
  it("a bucket's tags count in policies once its owner has switched that on", () => {
    const world = begin();
    const get = () =>
      as(world, "north")("GetObject", { Bucket: "team-data", Key: "a" }).fault?.code ?? null;
    expect(get()).toBe("AccessDenied");
    as(world, "ana")("PutBucketAbac", { Bucket: "team-data", AbacStatus: { Status: "Enabled" } });
    expect(get()).toBe(null);
  });

  it("with MFA delete a version goes with a code alone, and only the root user ends it", () => {
    const ana = as(begin(), "ana");
    const { Versions } = ana("ListObjectVersions", { Bucket: "two-hands" }).output as {
      Versions: { VersionId: string }[];
    };
    const it_ = { Bucket: "two-hands", Key: "a", VersionId: Versions[0]!.VersionId };
    expect(ana("DeleteObject", it_).fault?.code).toBe("AccessDenied");
    const off = { Bucket: "two-hands", VersioningConfiguration: { Status: "Suspended" } };
    expect(ana("PutBucketVersioning", { ...off, MFA: "serial 123456" }).fault?.code).toBe(
      "AccessDenied",
    );
    expect(ana("DeleteObject", { ...it_, MFA: "serial 123456" }).fault).toBeUndefined();
  });
});

describe("the key of an object", () => {
  it("that is not there any more is a loss", () => {
    const input = { Bucket: "lost-key", Key: "a" };
    expect(as(begin(), "ana")("GetObject", input).fault?.code).toBe("KMS.NotFoundException");
  });

  it("is asked for by S3: neither the caller's address nor an endpoint's policy counts", () => {
    const world = begin();
    const only = { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" };
    const { compiled } = storedPolicy(JSON.stringify(policy(only)), {
      kind: "endpoint",
      name: "vpce",
    });
    const endpoint = { id: "vpce-1", vpc: "vpc-1", policy: compiled };
    const origin = { sourceIp: "10.0.0.9", endpoint };
    const there = callingAs(world, "user/ana", { origin });
    const it_ = { Bucket: "shop-data", Key: "secret.txt" };
    expect(there("s3", "GetObject", it_).fault).toBeUndefined();
    expect(there("kms", "DescribeKey", { KeyId: key }).fault?.code).toBe("AccessDeniedException");
  });

  it("leaves a trace in the history, and none opens it when it is off", () => {
    const world = begin();
    const ana = as(world, "ana");
    const it_ = { Bucket: "shop-data", Key: "secret.txt" };
    ana("GetObject", it_);
    expect(world.accounts.get("111111111111")!.trail.at(-1)).toMatchObject({
      eventName: "GetObject",
      eventCategory: "Data",
      requestParameters: { bucketName: "shop-data", key: "secret.txt" },
      resources: [
        { type: "AWS::S3::Object", ARN: "arn:aws:s3:::shop-data/secret.txt" },
        { accountId: "111111111111", type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::shop-data" },
      ],
    });
    expect(world.accounts.get("111111111111")!.trail).toContainEqual(
      expect.objectContaining({
        eventName: "Decrypt",
        eventSource: "kms.amazonaws.com",
        sourceIPAddress: "AWS Internal",
        resources: [{ accountId: "111111111111", type: "AWS::KMS::Key", ARN: key }],
        requestParameters: { encryptionContext: { "aws:s3:arn": "arn:aws:s3:::shop-data" } },
      }),
    );
    callingAs(world, "user/ana")("kms", "DisableKey", { KeyId: key });
    expect(ana("GetObject", it_).fault?.code).toBe("KMS.DisabledException");
  });
});
