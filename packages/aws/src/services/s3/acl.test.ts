import { describe, expect, it } from "vitest";

import { buildWorld } from "../../world/build.ts";
import { invoke } from "../../world/invoke.ts";
import type { World } from "../../world/world.ts";
import { fitting } from "../test/fitting.ts";
import { ownerOf } from "./bucket/acl.ts";

const all = (Action: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*" }],
});
const off = { publicAccessBlock: false, ownership: "ObjectWriter" };
const objects = { a: "x", open: { text: "y", acl: "public-read" } };
const partner = "222222222222";
const toEverybody = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: "*", Action: "s3:ListBucket", Resource: "arn:aws:s3:::both" },
  ],
};
const restricted = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: true,
};

const declared = (publicAccessBlock: object | false = false) => ({
  format: 1,
  now: "2026-05-04T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          { name: "ana", keys: 1, inline: { all: all("*") } },
          { name: "bo", keys: 1, inline: { put: all("s3:PutObject") } },
        ],
      },
      s3: {
        publicAccessBlock,
        buckets: [
          { name: "read", ...off, acl: "public-read", objects },
          { name: "write", ...off, acl: "public-read-write", objects },
          { name: "signed", ...off, acl: "authenticated-read", objects },
          { name: "shared", ...off, acl: [{ to: partner, permission: "FULL_CONTROL" }], objects },
          { name: "logs", ...off, acl: "log-delivery-write" },
          { name: "old", publicAccessBlock: false, ownership: false, acl: "public-read", objects },
          { name: "enforced", publicAccessBlock: false, acl: "public-read", objects },
          { name: "blocked", ownership: "ObjectWriter", acl: "public-read", objects },
          {
            name: "late",
            ownership: "ObjectWriter",
            publicAccessBlock: { ...restricted, BlockPublicAcls: true },
            acl: "public-read",
            objects,
          },
          {
            name: "both",
            ...off,
            publicAccessBlock: restricted,
            policy: toEverybody,
            acl: [{ to: partner, permission: "READ" }],
          },
          { name: "private", ...off, objects },
        ],
      },
    },
    {
      id: partner,
      name: "Partner",
      iam: {
        users: [
          { name: "eve", keys: 1, inline: { all: all("*") } },
          { name: "fay", keys: 1 },
        ],
      },
    },
  ],
});

const as = (world: World, user: string) => {
  if (user !== "nobody") return fitting(world, "s3", { user });
  return (operation: string, input: Record<string, unknown>) =>
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
};
const no = "AccessDenied";

describe("what an ACL gives", () => {
  it.each([
    ["nobody", "ListObjectsV2", { Bucket: "read" }, null],
    ["nobody", "ListObjectVersions", { Bucket: "read" }, null],
    ["nobody", "ListMultipartUploads", { Bucket: "read" }, no],
    ["eve", "ListMultipartUploads", { Bucket: "read" }, null],
    // A bucket's list is not that of its objects.
    ["nobody", "GetObject", { Bucket: "read", Key: "a" }, no],
    ["nobody", "GetObject", { Bucket: "read", Key: "open" }, null],
    ["nobody", "GetObject", { Bucket: "private", Key: "open", VersionId: "null" }, null],
    ["nobody", "GetObjectAcl", { Bucket: "read", Key: "open" }, no],
    ["nobody", "PutObject", { Bucket: "read", Key: "b" }, no],
    ["nobody", "PutObject", { Bucket: "write", Key: "b" }, null],
    ["nobody", "ListObjectsV2", { Bucket: "signed" }, no],
    ["eve", "ListObjectsV2", { Bucket: "signed" }, null],
    // Across accounts one's own account has to allow it too.
    ["fay", "ListObjectsV2", { Bucket: "signed" }, no],
    ["eve", "ListObjectsV2", { Bucket: "shared" }, null],
    ["eve", "GetBucketAcl", { Bucket: "shared" }, null],
    ["eve", "GetObject", { Bucket: "shared", Key: "a" }, no],
    ["eve", "ListObjectsV2", { Bucket: "logs" }, no],
    ["nobody", "ListObjectsV2", { Bucket: "old" }, null],
    // Off, ignored, and blocked only for what comes.
    ["nobody", "ListObjectsV2", { Bucket: "enforced" }, no],
    ["nobody", "GetObject", { Bucket: "enforced", Key: "open" }, no],
    ["nobody", "ListObjectsV2", { Bucket: "blocked" }, no],
    ["nobody", "GetObject", { Bucket: "blocked", Key: "open" }, no],
    ["nobody", "ListObjectsV2", { Bucket: "late" }, null],
    // A public policy that is restricted shuts out other accounts altogether.
    ["eve", "ListObjectsV2", { Bucket: "both" }, no],
  ])("%s %s %j", (user, operation, input, code) => {
    const result = as(buildWorld(declared(), "s"), user)(operation, input);
    expect(result.fault?.code ?? null).toBe(code);
  });

  it("is ignored where the account ignores what is public, and what is for one account is not", () => {
    const world = buildWorld(declared({ ...restricted, IgnorePublicAcls: true }), "s");
    const list = (user: string, Bucket: string) =>
      as(world, user)("ListObjectsV2", { Bucket }).fault?.code ?? null;
    expect([list("nobody", "read"), list("eve", "shared")]).toEqual([no, null]);
  });
});

describe("an ACL is told", () => {
  const tell = (Bucket: string) =>
    as(buildWorld(declared(), "s"), "ana")("GetBucketAcl", { Bucket });
  const owner = { Grantee: { ...ownerOf({ account: "111111111111" }), Type: "CanonicalUser" } };
  const everything = { ...owner, Permission: "FULL_CONTROL" };
  const group = (URI: string, Permission: string) => ({
    Grantee: { Type: "Group", URI: `http://acs.amazonaws.com/groups/${URI}` },
    Permission,
  });
  it.each([
    ["private", []],
    ["enforced", []],
    // Ignored is not told, blocked for what comes is.
    ["blocked", []],
    ["late", [group("global/AllUsers", "READ")]],
    ["signed", [group("global/AuthenticatedUsers", "READ")]],
    ["logs", [group("s3/LogDelivery", "WRITE"), group("s3/LogDelivery", "READ_ACP")]],
    [
      "shared",
      [
        {
          Grantee: { ...ownerOf({ account: partner }), Type: "CanonicalUser" },
          Permission: "FULL_CONTROL",
        },
      ],
    ],
  ])("of %s", (name, grants) => {
    expect(tell(name).output).toMatchObject({ Grants: [everything, ...grants] });
  });
});

describe("an ACL is set", () => {
  const enforce = { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] };
  it.each([
    ["ana", "PutBucketAcl", { Bucket: "private", ACL: "public-read" }, null],
    ["ana", "PutBucketAcl", { Bucket: "private", ACL: "nonsense" }, "InvalidArgument"],
    ["ana", "PutBucketAcl", { Bucket: "private", GrantRead: "id=1" }, "NotImplemented"],
    [
      "ana",
      "PutBucketAcl",
      { Bucket: "enforced", ACL: "private" },
      "AccessControlListNotSupported",
    ],
    ["ana", "PutBucketAcl", { Bucket: "late", ACL: "authenticated-read" }, no],
    ["ana", "PutBucketAcl", { Bucket: "late", ACL: "private" }, null],
    ["bo", "PutBucketAcl", { Bucket: "private", ACL: "private" }, no],
    ["bo", "PutObject", { Bucket: "private", Key: "b", ACL: "private" }, null],
    ["bo", "PutObject", { Bucket: "private", Key: "b", ACL: "public-read" }, no],
    ["ana", "PutObject", { Bucket: "blocked", Key: "b", ACL: "public-read" }, no],
    [
      "ana",
      "CreateBucket",
      {
        Bucket: "fresh",
        ObjectOwnership: "ObjectWriter",
        ACL: "public-read",
        CreateBucketConfiguration: { LocationConstraint: "eu-west-1" },
      },
      "InvalidBucketAclWithBlockPublicAccessError",
    ],
    [
      "ana",
      "PutBucketOwnershipControls",
      { Bucket: "read", OwnershipControls: enforce },
      "InvalidBucketAclWithObjectOwnership",
    ],
    ["ana", "PutBucketOwnershipControls", { Bucket: "private", OwnershipControls: enforce }, null],
  ])("%s %s %j", (user, operation, input, code) => {
    const result = as(buildWorld(declared(), "s"), user)(operation, input);
    expect(result.fault?.code ?? null).toBe(code);
  });

  it.each([
    ["PutObjectAcl", { Key: "a", ACL: "public-read" }],
    ["PutObject", { Key: "a", ACL: "public-read" }],
  ])("%s opens an object at once", (operation, input) => {
    const world = buildWorld(declared(), "s");
    const read = () =>
      as(world, "nobody")("GetObject", { Bucket: "private", Key: "a" }).fault?.code ?? null;
    expect(read()).toBe(no);
    as(world, "ana")(operation, { Bucket: "private", ...input });
    expect(read()).toBe(null);
  });
});
