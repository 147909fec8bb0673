import { describe, expect, it } from "vitest";

import { buildWorld } from "../../../world/build.ts";
import { fitting } from "../../test/fitting.ts";
import { covers, meets, resourceCovers } from "./patterns.ts";

const policy = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const all = policy({ Effect: "Allow", Action: "*", Resource: "*" });
const world = buildWorld(
  {
    format: 1,
    now: "2026-05-04T09:00:00Z",
    accounts: [
      {
        id: "111111111111",
        name: "A",
        iam: { users: [{ name: "ana", keys: 1, inline: { all } }] },
      },
    ],
  },
  "s",
);
const call = fitting(world, "accessanalyzer", { user: "ana" });

/** PASS, FAIL with the statement, or the error's code. */
function told(operation: string, input: Record<string, unknown>): string {
  const { output, fault } = call(operation, input);
  if (fault) return fault.code;
  const [reason] = (output.reasons ?? []) as { statementIndex: number }[];
  return reason ? `${String(output.result)} ${reason.statementIndex}` : String(output.result);
}

const allow = (Action: unknown, Resource: unknown = "*", more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (...given: Parameters<typeof allow>) => ({ ...allow(...given), Effect: "Deny" });
const refused = "UnknownOperationException";
const photos = "arn:aws:s3:::photos/*";
const when = (Condition: object) => ({ Condition });
const mfa = when({ Bool: { "aws:MultiFactorAuthPresent": "true" } });

describe("CheckAccessNotGranted", () => {
  it.each<[object[], { actions?: string[]; resources?: string[] }, string]>([
    [[allow("s3:*")], { actions: ["s3:GetObject"] }, "FAIL 0"],
    [[allow("s3:Get*")], { actions: ["s3:Put*"] }, "PASS"],
    [[allow("iam:*"), allow("s3:?et*")], { actions: ["S3:getobject"] }, "FAIL 1"],
    [[allow("s3:*", photos)], { resources: ["arn:aws:s3:::photos/a"] }, "FAIL 0"],
    [[allow("s3:*", photos)], { resources: ["arn:aws:s3:::films/a"] }, "PASS"],
    [
      [allow("s3:*", photos)],
      { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::films/*"] },
      "PASS",
    ],
    [[allow("s3:*"), deny("s3:*")], { actions: ["s3:GetObject"] }, "PASS"],
    [[allow("s3:*"), deny("s3:*", "*", mfa)], { actions: ["s3:GetObject"] }, refused],
    [[allow("s3:*"), deny("s3:*", photos)], { actions: ["s3:GetObject"] }, refused],
    [[allow("s3:*"), deny("iam:*")], { actions: ["s3:GetObject"] }, "FAIL 0"],
    [[allow("s3:*", "*", mfa)], { actions: ["s3:GetObject"] }, "FAIL 0"],
    [
      [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }],
      { actions: ["iam:CreateUser"] },
      "PASS",
    ],
    [
      [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }],
      { actions: ["s3:GetObject"] },
      "FAIL 0",
    ],
    [[{ Effect: "Allow", NotAction: "iam:Get*", Resource: "*" }], { actions: ["iam:*"] }, refused],
    [[allow("s3:*")], {}, "ValidationException"],
  ])("%j of %j: %s", (statements, access, expected) => {
    const policyDocument = JSON.stringify(policy(...statements));
    expect(
      told("CheckAccessNotGranted", {
        policyDocument,
        policyType: "IDENTITY_POLICY",
        access: [access],
      }),
    ).toBe(expected);
  });

  it("refuses what is no policy", () => {
    const access = [{ actions: ["s3:*"] }];
    expect(
      told("CheckAccessNotGranted", {
        policyDocument: "{}",
        policyType: "IDENTITY_POLICY",
        access,
      }),
    ).toBe("InvalidParameterException");
  });
});

describe("CheckNoPublicAccess", () => {
  const to = (AWS: string, Condition?: object) =>
    allow("s3:GetObject", photos, { Principal: { AWS }, Condition });
  const insecure = when({ Bool: { "aws:SecureTransport": "false" } });
  it.each<[object[], string, string]>([
    [[to("*")], "AWS::S3::Bucket", "FAIL 0"],
    [[to("111111111111"), to("*")], "AWS::S3::Bucket", "FAIL 1"],
    [[to("111111111111")], "AWS::S3::Bucket", "PASS"],
    [
      [to("*", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })],
      "AWS::S3::Bucket",
      "PASS",
    ],
    [[to("*", { StringLike: { "aws:PrincipalOrgID": "o-*" } })], "AWS::S3::Bucket", refused],
    [[to("*", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } })], "AWS::S3::Bucket", "PASS"],
    [[to("*"), deny("s3:*", photos, { Principal: "*" })], "AWS::S3::Bucket", refused],
    [[to("*"), deny("s3:*", photos, { Principal: "*", ...insecure })], "AWS::S3::Bucket", "FAIL 0"],
    [
      [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }],
      "AWS::IAM::AssumeRolePolicyDocument",
      "FAIL 0",
    ],
    [[to("*")], "AWS::SQS::Queue", refused],
  ])("%j at %s: %s", (statements, resourceType, expected) => {
    const policyDocument = JSON.stringify(policy(...statements));
    expect(told("CheckNoPublicAccess", { policyDocument, resourceType })).toBe(expected);
  });
});

describe("CheckNoNewAccess", () => {
  it.each<[string, object[], object[], string]>([
    ["the same", [allow("s3:*")], [allow("s3:*")], "PASS"],
    ["fewer actions", [allow("s3:*")], [allow("s3:Get*")], "PASS"],
    [
      "an action more",
      [allow("s3:GetObject")],
      [allow(["s3:GetObject", "s3:PutObject"])],
      "FAIL 0",
    ],
    ["a wider action", [allow("s3:GetObject")], [allow("s3:*")], "FAIL 0"],
    ["a narrower resource", [allow("s3:GetObject")], [allow("s3:GetObject", photos)], "PASS"],
    ["a wider resource", [allow("s3:GetObject", photos)], [allow("s3:GetObject")], "FAIL 0"],
    [
      "another resource",
      [allow("s3:GetObject", photos)],
      [allow("s3:GetObject", "arn:aws:s3:::films/*")],
      "FAIL 0",
    ],
    [
      "a wider prefix",
      [allow("s3:GetObject", "arn:aws:s3:::photos/a*")],
      [allow("s3:GetObject", photos)],
      "FAIL 0",
    ],
    ["a condition more", [allow("s3:*")], [allow("s3:*", "*", mfa)], "PASS"],
    ["a condition less", [allow("s3:*", "*", mfa)], [allow("s3:*")], "FAIL 0"],
    ["a Deny more", [allow("s3:*")], [allow("s3:*"), deny("s3:Put*")], "PASS"],
    ["a Deny less", [allow("s3:*"), deny("s3:Put*")], [allow("s3:*")], "FAIL 0"],
    [
      "a Deny that is narrower",
      [allow("s3:*"), deny("s3:*", photos)],
      [allow("s3:*"), deny("s3:*", photos, mfa)],
      "FAIL 0",
    ],
    [
      "split in two that come to the same",
      [allow("s3:*")],
      [allow("s3:Get*"), allow("s3:Put*")],
      "PASS",
    ],
    [
      "joined to the same",
      [allow("s3:Get*"), allow(["s3:Put*", "s3:List*"])],
      [allow(["s3:Get*", "s3:Put*", "s3:List*"])],
      refused,
    ],
    [
      "what only a list of actions could tell",
      [allow("dynamodb:GetItem")],
      [allow("dynamodb:Get*")],
      refused,
    ],
    [
      "a resource that adds nothing",
      [allow("s3:GetObject", "arn:aws:s3:::*")],
      [allow("s3:GetObject")],
      refused,
    ],
  ])("%s: from %j to %j", (_name, before, now, expected) => {
    const text = (statements: object[]) => JSON.stringify(policy(...statements));
    expect(
      told("CheckNoNewAccess", {
        existingPolicyDocument: text(before),
        newPolicyDocument: text(now),
        policyType: "IDENTITY_POLICY",
      }),
    ).toBe(expected);
  });

  it.each([
    ["111111111111", "111111111111", "PASS"],
    ["111111111111", "*", "FAIL 0"],
    ["*", "*", "PASS"],
    ["*", "111111111111", "PASS"],
  ])("at a resource, from %s to %s: %s", (before, now, expected) => {
    const text = (AWS: string) =>
      JSON.stringify(policy(allow("s3:GetObject", photos, { Principal: { AWS } })));
    expect(
      told("CheckNoNewAccess", {
        existingPolicyDocument: text(before),
        newPolicyDocument: text(now),
        policyType: "RESOURCE_POLICY",
      }),
    ).toBe(expected);
  });
});

describe("patterns", () => {
  it.each([
    ["arn:aws:s3:*:y", "arn:aws:s3:::a:y", false],
    ["arn:aws:iam::*:role/a", "arn:aws:iam::111111111111:role/a", true],
    ["arn:aws:s3:::*", "arn:aws:s3:::a/*", true],
    ["arn:aws:s3:::a/*", "*", false],
  ])("the resources of %s hold those of %s: %s", (wide, narrow, expected) => {
    expect(resourceCovers(wide, narrow)).toBe(expected);
  });

  it.each([
    ["s3:*", "*:GetObject", true, false],
    ["a*c", "ab*", true, false],
    ["a*c", "a*bc", true, true],
    ["a?c", "abc", true, true],
    ["a?", "a", false, false],
    ["*a*", "bab", true, true],
    ["a*", "*a", true, false],
    ["a?c", "a*c", true, false],
    ["**", "*", true, true],
    ["", "*", true, false],
    ["x", "y", false, false],
    ["a*", "a${aws:username}", true, false],
  ])("%s and %s meet: %s; the first covers the second: %s", (one, other, meeting, covering) => {
    expect([meets(one, other), meets(other, one), covers(one, other)]).toEqual([
      meeting,
      meeting,
      covering,
    ]);
  });
});
