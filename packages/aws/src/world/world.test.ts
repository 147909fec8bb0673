import { describe, expect, it } from "vitest";

import { buildWorld } from "./build.ts";
import { callingAs } from "./calling.ts";

const allow = (
  Action: string | string[],
  Resource: string | string[] = "*",
  more: object = {},
) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource, ...more }],
});
const trust = (AWS: string, more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole", ...more }],
});

const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  organisation: {
    managementAccount: "111111111111",
    units: [{ name: "Workloads", accounts: ["222222222222"] }],
    policies: [
      {
        name: "no-new-users",
        type: "scp",
        document: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Deny", Action: "iam:CreateUser", Resource: "*" }],
        },
        targets: ["Workloads"],
      },
    ],
  },
  accounts: [
    {
      id: "111111111111",
      name: "Management",
      iam: {
        users: [
          { name: "ana", keys: 1, inline: { all: allow("*") } },
          {
            name: "bo",
            keys: 1,
            inline: { own: allow("iam:GetUser", "arn:aws:iam::*:user/${aws:username}") },
          },
        ],
        roles: [],
      },
    },
    {
      id: "222222222222",
      name: "Payments",
      iam: {
        roles: [
          {
            name: "admin",
            trust: trust("arn:aws:iam::111111111111:user/ana"),
            inline: { all: allow("*") },
          },
          {
            name: "vendor",
            trust: trust("111111111111", {
              Condition: { StringEquals: { "sts:ExternalId": "k-17" } },
            }),
          },
        ],
      },
    },
  ],
};

describe("a world", () => {
  it("is the same again from the same seed and the same calls", () => {
    const play = (seed: string) => {
      const world = buildWorld(declared, seed);
      const ana = callingAs(world, "user/ana");
      ana("iam", "CreateUser", { UserName: "cy" });
      return JSON.stringify([ana("iam", "ListUsers"), world.accounts.get("111111111111")!.trail]);
    };
    expect(play("a")).toBe(play("a"));
    expect(play("a")).not.toBe(play("b"));
  });

  it.each([
    ["ana", "iam", "GetUser", { UserName: "bo" }, null],
    ["bo", "iam", "GetUser", {}, null],
    ["bo", "iam", "GetUser", { UserName: "ana" }, "AccessDenied"],
    ["bo", "iam", "ListUsers", {}, "AccessDenied"],
    ["bo", "sts", "GetCallerIdentity", {}, null],
    ["ana", "iam", "GetUser", { UserName: "nobody" }, "NoSuchEntity"],
    ["ana", "iam", "CreateUser", { UserName: "ANA" }, "EntityAlreadyExists"],
    ["ana", "iam", "DeleteUser", { UserName: "bo" }, "DeleteConflict"],
    [
      "ana",
      "sts",
      "AssumeRole",
      { RoleArn: "arn:aws:iam::222222222222:role/admin", RoleSessionName: "s" },
      null,
    ],
    [
      "bo",
      "sts",
      "AssumeRole",
      { RoleArn: "arn:aws:iam::222222222222:role/admin", RoleSessionName: "s" },
      "AccessDenied",
    ],
    [
      "ana",
      "sts",
      "AssumeRole",
      { RoleArn: "arn:aws:iam::222222222222:role/none", RoleSessionName: "s" },
      "AccessDenied",
    ],
    [
      "ana",
      "sts",
      "AssumeRole",
      { RoleArn: "arn:aws:iam::222222222222:role/vendor", RoleSessionName: "s" },
      "AccessDenied",
    ],
    [
      "ana",
      "sts",
      "AssumeRole",
      {
        RoleArn: "arn:aws:iam::222222222222:role/vendor",
        RoleSessionName: "s",
        ExternalId: "k-17",
      },
      null,
    ],
    ["ana", "iam", "NoSuchThing", {}, "InvalidAction"],
  ] as const)("%s calls %s:%s with %j: %s", (name, service, operation, input, code) => {
    const world = buildWorld(declared, "s");
    expect(callingAs(world, `user/${name}`)(service, operation, input).fault?.code ?? null).toBe(
      code,
    );
  });

  it("hands out sessions that act in the other account, as far as its organisation lets them", () => {
    const world = buildWorld(declared, "s");
    callingAs(world, "user/ana")("sts", "AssumeRole", {
      RoleArn: "arn:aws:iam::222222222222:role/admin",
      RoleSessionName: "s",
    });
    const there = callingAs(world, "assumed-role/admin/s");
    expect(there("sts", "GetCallerIdentity").output).toMatchObject({ Account: "222222222222" });
    expect(there("iam", "ListUsers").output).toMatchObject({ Users: [] });
    expect(there("iam", "CreateUser", { UserName: "cy" }).fault).toEqual({
      code: "AccessDenied",
      status: 403,
      message:
        "User: arn:aws:sts::222222222222:assumed-role/admin/s is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::222222222222:user/cy with an explicit deny in a service control policy",
    });
    world.nowMs += 3_600_000;
    expect(there("iam", "ListUsers").fault?.code).toBe("ExpiredToken");
  });

  it("writes a call across accounts into the history of both", () => {
    const world = buildWorld(declared, "s");
    callingAs(world, "user/ana")("sts", "AssumeRole", {
      RoleArn: "arn:aws:iam::222222222222:role/admin",
      RoleSessionName: "s",
    });
    const [here, there] = [...world.accounts.values()].map(({ trail }) => trail.at(-1)!);
    expect(here).toMatchObject({
      eventName: "AssumeRole",
      recipientAccountId: "111111111111",
      userIdentity: { type: "IAMUser", userName: "ana" },
    });
    expect(there).toMatchObject({
      recipientAccountId: "222222222222",
      sharedEventID: here!.sharedEventID,
    });
    // Who owns the role learns no name and no key.
    const { principalId } = here!.userIdentity;
    expect(there!.userIdentity).toEqual({
      type: "AWSAccount",
      principalId,
      accountId: "111111111111",
    });
    expect(here!.eventID).not.toBe(there!.eventID);
  });

  it("keeps a user's sessions beside its key, and IAM away from those without MFA", () => {
    const world = buildWorld(declared, "s");
    callingAs(world, "user/ana")("sts", "GetSessionToken");
    const session = callingAs(world, "user/ana");
    expect(session("iam", "ListUsers").fault?.code).toBe("InvalidClientTokenId");
    expect(session("sts", "GetSessionToken").fault?.code).toBe("AccessDenied");
    expect(session("sts", "GetCallerIdentity").fault).toBeUndefined();
    expect(world.accounts.get("111111111111")!.trail.at(-1)!.userIdentity).toMatchObject({
      type: "IAMUser",
      accessKeyId: expect.stringMatching(/^ASIA/) as string,
      sessionContext: { attributes: { mfaAuthenticated: "false" } },
    });
    for (const whose of ["key:user/ana", "session:user/ana"])
      expect(callingAs(world, whose)("iam", "ListUsers").fault?.code).toBe(
        whose.startsWith("key") ? undefined : "InvalidClientTokenId",
      );
  });

  it.each([
    ["an unknown member", { ...declared, colour: 1 }, ""],
    [
      "an account of eleven digits",
      { ...declared, accounts: [{ id: "11111111111", name: "x" }] },
      "accounts.0.id",
    ],
    [
      "a policy that IAM would refuse",
      {
        format: 1,
        now: declared.now,
        accounts: [
          {
            id: "111111111111",
            name: "x",
            iam: { users: [{ name: "u", inline: { p: { Version: "1" } } }] },
          },
        ],
      },
      "accounts.0.iam",
    ],
  ])("refuses %s with the place", (_what, value, where) => {
    expect(() => buildWorld(value, "s")).toThrow(
      expect.objectContaining({ code: "invalid-input", where }),
    );
  });
});
