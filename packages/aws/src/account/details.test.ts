import { describe, expect, test } from "vitest";

import { decide } from "../decide/decide.ts";
import { noPolicies } from "../decide/request.ts";
import { principalOf } from "../policy/principal.ts";
import { readAccountDetails } from "./details.ts";

const home = "111122223333";
const arn = (rest: string) => `arn:aws:iam::${home}:${rest}`;
const policyOf = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const allow = (Action: string) => ({ Effect: "Allow", Action, Resource: "*" });
const inline = (name: string, ...statements: object[]) => [
  { PolicyName: name, PolicyDocument: policyOf(...statements) },
];
const attached = (name: string) => [{ PolicyName: name, PolicyArn: arn(`policy/${name}`) }];
const managed = (name: string, ...statements: object[]) => ({
  PolicyName: name,
  Arn: arn(`policy/${name}`),
  PolicyVersionList: [
    { VersionId: "v1", IsDefaultVersion: false, Document: policyOf(allow("*")) },
    { VersionId: "v2", IsDefaultVersion: true, Document: policyOf(...statements) },
  ],
});
const trust = {
  Effect: "Allow",
  Principal: { Service: "ec2.amazonaws.com" },
  Action: "sts:AssumeRole",
};

const ana = {
  UserName: "ana",
  UserId: "AIDAEXAMPLE",
  Path: "/",
  Arn: arn("user/ana"),
  GroupList: ["readers"],
  UserPolicyList: inline("own", allow("sqs:SendMessage")),
  AttachedManagedPolicies: attached("buckets"),
  Tags: [{ Key: "team", Value: "red" }],
};
const readers = {
  GroupName: "readers",
  Arn: arn("group/readers"),
  GroupPolicyList: inline("groups-own", allow("kms:Decrypt")),
  AttachedManagedPolicies: attached("tables"),
};
const worker = {
  RoleName: "worker",
  Arn: arn("role/jobs/worker"),
  AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(policyOf(trust))),
  RolePolicyList: inline("own", allow("s3:*")),
  InstanceProfileList: [{ Arn: arn("instance-profile/worker") }],
  PermissionsBoundary: {
    PermissionsBoundaryType: "Policy",
    PermissionsBoundaryArn: arn("policy/edge"),
  },
};
const file = {
  UserDetailList: [ana],
  GroupDetailList: [readers],
  RoleDetailList: [worker],
  Policies: [
    managed("buckets", allow("s3:GetObject")),
    managed("tables", allow("dynamodb:GetItem")),
    managed("edge", allow("s3:GetObject")),
  ],
};

const may = (value: unknown, who: string, action: string) => {
  const { identities } = readAccountDetails(value);
  const { policies, boundary, arn: found } = identities.find(({ name }) => name === who)!;
  const principal = principalOf(found)!;
  const request = { principal, action, resource: "*", resourceAccount: home };
  return decide(request, { ...noPolicies, identity: policies, boundary }).allowed;
};

describe("what identities of a file may do", () => {
  test.each<[string, string, string, boolean]>([
    ["its own policy", "ana", "sqs:SendMessage", true],
    ["an attached policy, in its default version", "ana", "s3:GetObject", true],
    ["not what an earlier version allowed", "ana", "s3:PutObject", false],
    ["a policy of its group", "ana", "kms:Decrypt", true],
    ["what is attached to its group", "ana", "dynamodb:GetItem", true],
    ["a role within its boundary", "worker", "s3:GetObject", true],
    ["a role beyond it", "worker", "s3:PutObject", false],
  ])("%s", (_name, who, action, allowed) => expect(may(file, who, action)).toBe(allowed));

  test("the rest is read as it stands", () => {
    const { id, identities, notices } = readAccountDetails(file);
    expect([id, notices]).toEqual([home, []]);
    expect(identities).toMatchObject([
      { type: "user", name: "ana", groups: ["readers"], tags: { team: "red" }, trust: null },
      { type: "role", name: "worker", instanceProfiles: [arn("instance-profile/worker")] },
    ]);
    expect(identities[1]!.trust?.statements[0]?.source.actions.patterns).toEqual([
      "sts:AssumeRole",
    ]);
  });
});

describe("what cannot be read is told, and the rest is read", () => {
  const told = (value: object) => readAccountDetails({ ...file, ...value }).notices;
  test.each<[string, object, RegExp]>([
    [
      "a policy that is not in the file",
      { Policies: file.Policies.slice(1) },
      /policy\/buckets is not in the file/,
    ],
    [
      "a boundary that is not",
      { Policies: file.Policies.slice(0, 2) },
      /policy\/edge is not in the file, and is taken to allow nothing/,
    ],
    ["a group that is not", { GroupDetailList: [] }, /The group readers is not in the file/],
    [
      "a policy with a fault",
      { UserDetailList: [{ ...ana, UserPolicyList: inline("bad", { Effect: "Allow" }) }] },
      /bad: Statement\[0\] Policy statement must contain actions/,
    ],
    [
      "a trust policy that is no JSON",
      { RoleDetailList: [{ ...worker, AssumeRolePolicyDocument: "%7B%ZZ" }] },
      /trust policy of worker: .*Syntax errors/,
    ],
  ])("%s", (_name, value, expected) =>
    expect(
      told(value)
        .map(({ message }) => message)
        .join("\n"),
    ).toMatch(expected),
  );

  test("a boundary that is not known lets nothing through", () => {
    expect(may({ ...file, Policies: file.Policies.slice(0, 2) }, "worker", "s3:GetObject")).toBe(
      false,
    );
  });
});

test.each<[string, unknown, RegExp]>([
  ["nothing", null, /no output of get-account-authorization-details/],
  ["an empty account", {}, /no user and no role/],
  ["users without ARNs", { UserDetailList: [{ UserName: "ana" }] }, /no output/],
  [
    "two accounts in one",
    { ...file, RoleDetailList: [{ ...worker, Arn: "arn:aws:iam::444455556666:role/x" }] },
    /several accounts: 111122223333, 444455556666/,
  ],
])("%s is refused", (_name, value, expected) => {
  expect(() => readAccountDetails(value)).toThrow(expected);
});
