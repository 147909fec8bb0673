import { describe, expect, it } from "vitest";

import { buildWorld } from "../world/build.ts";
import { callingAs } from "../world/calling.ts";
import type { World } from "../world/world.ts";
import { check } from "./check.ts";
import { runCheck } from "./run.ts";

const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const trust = (AWS: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole" }],
});
const ana = "arn:aws:iam::111111111111:user/ana";
const ops = "arn:aws:iam::111111111111:role/ops";
const declared = {
  format: 1,
  now: "2026-03-02T09:00:00Z",
  accounts: [
    {
      id: "111111111111",
      name: "Shop",
      iam: {
        users: [
          { name: "ana", keys: 1, inline: { all } },
          { name: "bo", keys: 1 },
        ],
        roles: [{ name: "ops", trust: trust("111111111111"), inline: { all } }],
      },
    },
  ],
};

/** What the learner did: tagged, tried in vain, gave bo another key and took the first one away. */
function worked(): World {
  const world = buildWorld(declared, "s");
  const first = [...world.credentials.values()].find(
    ({ principal }) => "arn" in principal && principal.arn.endsWith("bo"),
  )!;
  const as = callingAs(world, "user/ana");
  as("iam", "TagUser", {
    UserName: "bo",
    Tags: [
      { Key: "team", Value: "search" },
      { Key: "level", Value: "2" },
    ],
  });
  callingAs(world, "user/bo")("iam", "ListUsers");
  as("iam", "CreateAccessKey", { UserName: "bo" });
  as("iam", "UpdateAccessKey", {
    UserName: "bo",
    AccessKeyId: first.accessKeyId,
    Status: "Inactive",
  });
  as("sts", "AssumeRole", { RoleArn: ops, RoleSessionName: "night" });
  return world;
}

const tag = { call: "iam:TagUser" };
const key = { call: "iam:CreateAccessKey" };
const attempts = (...list: object[]) => ({ type: "try", attempts: list });

describe("runCheck", () => {
  it.each<[string, object, boolean]>([
    ["a call that succeeded", { type: "did", ...tag }, true],
    [
      "with an input that is part of it",
      { type: "did", ...tag, input: { Tags: [{ Key: "level" }] } },
      true,
    ],
    [
      "with another input",
      { type: "did", ...tag, input: { Tags: [{ Key: "level", Value: "3" }] } },
      false,
    ],
    ["a call that failed", { type: "did", call: "iam:ListUsers" }, false],
    ["by whom", { type: "did", ...tag, as: "user/ana" }, true],
    ["by another", { type: "did", ...tag, as: "assumed-role/ops/" }, false],
    ["never called", { type: "never", call: "iam:DeleteUser" }, true],
    ["called", { type: "never", ...tag }, false],
    ["called otherwise", { type: "never", ...tag, input: { UserName: "ana" } }, true],
    ["in this order", { type: "order", first: tag, next: key }, true],
    ["in the other order", { type: "order", first: key, next: tag }, false],
    [
      "an order of what never was",
      { type: "order", first: tag, next: { call: "iam:DeleteUser" } },
      false,
    ],
    ["a user may", attempts({ as: ana, call: "iam:ListUsers", expect: "ok" }), true],
    [
      "a user may not",
      attempts({
        as: "arn:aws:iam::111111111111:user/bo",
        call: "iam:ListUsers",
        expect: "denied",
      }),
      true,
    ],
    [
      "denied is not another error",
      attempts({ as: ana, call: "iam:GetUser", input: { UserName: "x" }, expect: "denied" }),
      false,
    ],
    [
      "an error by its code",
      attempts({ as: ana, call: "iam:GetUser", input: { UserName: "x" }, expect: "NoSuchEntity" }),
      true,
    ],
    [
      "a session, two hours later",
      {
        ...attempts({ as: "assumed-role/ops/night", call: "iam:ListUsers", expect: "denied" }),
        afterSeconds: 7200,
      },
      true,
    ],
    ["a role", attempts({ as: ops, call: "iam:ListUsers", expect: "ok" }), true],
    [
      "a session that is there",
      attempts({ as: "assumed-role/ops/night", call: "iam:ListUsers", expect: "ok" }),
      true,
    ],
    [
      "nobody",
      attempts({
        as: "arn:aws:iam::111111111111:role/none",
        call: "iam:ListUsers",
        expect: "denied",
      }),
      true,
    ],
    [
      "the key that leaked",
      attempts({ as: "leaked:user/bo", call: "sts:GetCallerIdentity", expect: "denied" }),
      true,
    ],
    [
      "the newest key",
      attempts({ as: "user/bo", call: "sts:GetCallerIdentity", expect: "ok" }),
      true,
    ],
    [
      "one after the other",
      attempts(
        { as: ana, call: "iam:DeleteRole", input: { RoleName: "ops" }, expect: "any" },
        {
          as: ana,
          call: "iam:DeleteRolePolicy",
          input: { RoleName: "ops", PolicyName: "all" },
          expect: "ok",
        },
        { as: "assumed-role/ops/night", call: "iam:ListUsers", expect: "denied" },
      ),
      true,
    ],
  ])("%s", async (_what, given, ok) => {
    const seen = { world: worked(), copy: async () => worked(), fresh: buildWorld(declared, "s") };
    const result = await runCheck(check.parse(given), seen);
    expect(result).toMatchObject({ ok });
    expect(result.trace.length).toBeGreaterThan(0);
  });
});
