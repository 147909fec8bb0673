import { describe, expect, it } from "vitest";

import { readAccountDetails } from "../../account/details.ts";
import { buildWorld } from "../../world/build.ts";
import { callingAs } from "../../world/calling.ts";

const allow = (
  Action: string | string[],
  Resource: string | string[] = "*",
  more: object = {},
) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource, ...more }],
});
const ec2Trust = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
  ],
};
const arn = (rest: string) => `arn:aws:iam::111111111111:${rest}`;
const edge = arn("policy/edge");

const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        policies: [
          { name: "deploy", document: allow("s3:GetObject") },
          { name: "edge", document: allow(["iam:*", "s3:*"]) },
        ],
        groups: [{ name: "readers", attached: ["deploy"] }],
        users: [
          { name: "root-like", keys: 1, inline: { all: allow("*") } },
          { name: "ana", keys: 1, groups: ["readers"], tags: { team: "checkout" } },
          {
            name: "lead",
            keys: 1,
            inline: {
              make: allow(
                ["iam:CreateUser", "iam:CreateRole", "iam:AttachUserPolicy", "iam:PutUserPolicy"],
                "*",
                {
                  Condition: { StringEquals: { "iam:PermissionsBoundary": edge } },
                },
              ),
              grow: allow("iam:CreatePolicyVersion", arn("policy/deploy")),
              carry: allow(["iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile"]),
            },
          },
          { name: "bounded", boundary: "edge", inline: { all: allow("*") }, keys: 1 },
        ],
        roles: [{ name: "batch", trust: ec2Trust, attached: ["deploy"], profile: true }],
      },
    },
  ],
};

const json = (value: object) => JSON.stringify(value);

describe("IAM", () => {
  it.each([
    ["lead", "CreateUser", { UserName: "n" }, "AccessDenied"],
    ["lead", "CreateUser", { UserName: "n", PermissionsBoundary: edge }, null],
    [
      "lead",
      "CreateUser",
      { UserName: "n", PermissionsBoundary: arn("policy/deploy") },
      "AccessDenied",
    ],
    ["lead", "AttachUserPolicy", { UserName: "bounded", PolicyArn: edge }, null],
    ["lead", "AttachUserPolicy", { UserName: "ana", PolicyArn: edge }, "AccessDenied"],
    [
      "lead",
      "PutUserPolicy",
      { UserName: "bounded", PolicyName: "p", PolicyDocument: json(allow("*")) },
      null,
    ],
    [
      "lead",
      "CreatePolicyVersion",
      { PolicyArn: arn("policy/deploy"), PolicyDocument: json(allow("*")), SetAsDefault: true },
      null,
    ],
    [
      "lead",
      "CreatePolicyVersion",
      { PolicyArn: edge, PolicyDocument: json(allow("*")) },
      "AccessDenied",
    ],
    ["lead", "CreateInstanceProfile", { InstanceProfileName: "p" }, null],
    // Putting a role into a profile passes it to EC2.
    [
      "lead",
      "AddRoleToInstanceProfile",
      { InstanceProfileName: "batch", RoleName: "batch" },
      "AccessDenied",
    ],
    ["bounded", "ListUsers", {}, null],
    ["bounded", "GetAccountSummary", {}, null],
    [
      "root-like",
      "AttachRolePolicy",
      { RoleName: "batch", PolicyArn: "arn:aws:iam::aws:policy/None" },
      "NoSuchEntity",
    ],
    [
      "root-like",
      "AttachRolePolicy",
      { RoleName: "batch", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
      null,
    ],
    [
      "root-like",
      "AddRoleToInstanceProfile",
      { InstanceProfileName: "batch", RoleName: "batch" },
      "LimitExceeded",
    ],
    ["root-like", "DeleteRole", { RoleName: "batch" }, "DeleteConflict"],
    ["root-like", "DeletePolicy", { PolicyArn: arn("policy/deploy") }, "DeleteConflict"],
    ["root-like", "DeleteGroup", { GroupName: "readers" }, "DeleteConflict"],
    [
      "root-like",
      "PutRolePolicy",
      { RoleName: "batch", PolicyName: "p", PolicyDocument: "{" },
      "MalformedPolicyDocument",
    ],
    [
      "root-like",
      "CreateRole",
      { RoleName: "r", AssumeRolePolicyDocument: json(allow("*")) },
      "MalformedPolicyDocument",
    ],
    ["root-like", "GetLoginProfile", { UserName: "ana" }, "NoSuchEntity"],
    ["root-like", "DeletePolicyVersion", { PolicyArn: edge, VersionId: "v1" }, "DeleteConflict"],
    ["root-like", "GetAccountPasswordPolicy", {}, "NoSuchEntity"],
    ["ana", "ListAccessKeys", {}, "AccessDenied"],
  ] as const)("%s calls %s with %j: %s", (name, operation, input, code) => {
    const world = buildWorld(declared, "s");
    expect(callingAs(world, `user/${name}`)("iam", operation, input).fault?.code ?? null).toBe(
      code,
    );
  });

  it("lets a new version of a policy count once it is the default", () => {
    const world = buildWorld(declared, "s");
    const ana = callingAs(world, "user/ana");
    const lead = callingAs(world, "user/lead");
    const version = { PolicyArn: arn("policy/deploy"), PolicyDocument: json(allow("iam:*")) };
    lead("iam", "CreatePolicyVersion", version);
    expect(ana("iam", "ListUsers").fault?.code).toBe("AccessDenied");
    lead("iam", "CreatePolicyVersion", { ...version, SetAsDefault: true });
    expect(ana("iam", "ListUsers").fault).toBeUndefined();
  });

  it("ends what a key can do when it is deactivated, and lists who used it", () => {
    const world = buildWorld(declared, "s");
    const ana = callingAs(world, "user/ana");
    const all = callingAs(world, "user/root-like");
    ana("sts", "GetCallerIdentity");
    const keys = all("iam", "ListAccessKeys", { UserName: "ana" }).output!;
    const [{ AccessKeyId }] = keys["AccessKeyMetadata"] as [{ AccessKeyId: string }];
    expect(all("iam", "GetAccessKeyLastUsed", { AccessKeyId }).output).toMatchObject({
      UserName: "ana",
      AccessKeyLastUsed: { ServiceName: "sts" },
    });
    all("iam", "UpdateAccessKey", { UserName: "ana", AccessKeyId, Status: "Inactive" });
    expect(ana("sts", "GetCallerIdentity").fault?.code).toBe("InvalidClientTokenId");
  });

  it("tells the whole account as the finder of escalations reads it", () => {
    const world = buildWorld(declared, "s");
    const all = callingAs(world, "user/root-like");
    const { output } = all("iam", "GetAccountAuthorizationDetails");
    const account = readAccountDetails(JSON.parse(JSON.stringify(output)));
    expect(account.notices).toEqual([]);
    expect(account.identities.map(({ name }) => name)).toEqual([
      "root-like",
      "ana",
      "lead",
      "bounded",
      "batch",
    ]);
    expect(account.identities.find(({ name }) => name === "ana")!.policies).toHaveLength(1);
    expect(account.identities.find(({ name }) => name === "bounded")!.boundary).not.toBeNull();
  });

  it("gives a key the id that is declared, once", () => {
    const id = "AKIAQ5XAMPLE7KEY2222";
    const world = (...names: string[]) =>
      buildWorld(
        {
          format: 1,
          now: "2026-03-02T09:00:00Z",
          accounts: [
            {
              id: "111111111111",
              name: "Shop",
              iam: { users: names.map((name) => ({ name, keys: [{ id }] })) },
            },
          ],
        },
        "s",
      );
    const { output } = callingAs(world("ci"), "user/ci")("sts", "GetCallerIdentity");
    expect(output).toMatchObject({ Arn: arn("user/ci") });
    expect([...world("ci").credentials.keys()]).toEqual([id]);
    expect(() => world("ci", "ops")).toThrow(/declared twice/);
  });

  it("knows when a role was used that is declared so", () => {
    const all = { Version: "2012-10-17", Statement: [allow("*").Statement[0]] };
    const roles = [
      { name: "used", trust: ec2Trust, createdDaysAgo: 700, usedDaysAgo: 91 },
      { name: "never", trust: ec2Trust },
    ];
    const iam = { roles, users: [{ name: "ana", keys: 1, inline: { all } }] };
    const accounts = [{ id: "111111111111", name: "Shop", iam }];
    const world = buildWorld({ format: 1, now: "2026-03-02T09:00:00Z", accounts }, "s");
    const ana = callingAs(world, "user/ana");
    const lastUsed = (RoleName: string) =>
      (ana("iam", "GetRole", { RoleName }).output!["Role"] as { RoleLastUsed: object })
        .RoleLastUsed;
    const day = Date.parse("2025-12-01T09:00:00Z");
    expect(lastUsed("used")).toEqual({ LastUsedDate: day, Region: "us-east-1" });
    expect(lastUsed("never")).toEqual({});
  });

  it("walks a list page by page", () => {
    const world = buildWorld(declared, "s");
    const all = callingAs(world, "user/root-like");
    const first = all("iam", "ListUsers", { MaxItems: 3 }).output!;
    expect(first).toMatchObject({ IsTruncated: true });
    const rest = all("iam", "ListUsers", { MaxItems: 3, Marker: first["Marker"] }).output!;
    const names = [first, rest].flatMap(({ Users }) =>
      (Users as { UserName: string }[]).map(({ UserName }) => UserName),
    );
    expect(names).toEqual(["ana", "bounded", "lead", "root-like"]);
    expect(all("iam", "ListUsers", { Marker: "x" }).fault?.code).toBe("ValidationError");
  });

  it.each([
    ["ana", "s3:GetObject", "allowed"],
    ["ana", "s3:PutObject", "implicitDeny"],
    ["bounded", "ec2:RunInstances", "implicitDeny"],
  ])("simulates for %s %s: %s", (name, action, decision) => {
    const world = buildWorld(declared, "s");
    const all = callingAs(world, "user/root-like");
    const { output } = all("iam", "SimulatePrincipalPolicy", {
      PolicySourceArn: arn(`user/${name}`),
      ActionNames: [action],
    });
    expect(output).toMatchObject({ EvaluationResults: [{ EvalDecision: decision }] });
  });
});
