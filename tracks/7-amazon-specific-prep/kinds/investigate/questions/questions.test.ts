import { buildWorld } from "@loopwright/aws/world";
import { describe, expect, it } from "vitest";

import type { KeyAnswer } from "../key.ts";
import { judgeChoice } from "./choice.ts";
import { judgeEvent } from "./events.ts";
import { judgeNames } from "./names.ts";

const why = "It stands in the records.";
const [ci, ops, extra] = ["user/ci", "role/ops", "user/extra"].map((name) => [
  `arn:aws:iam::111122223333:${name}`,
]) as [string[], string[], string[]];
const four = [ci, ops, ["AKIAEXAMPLE", "the second key"], ["sg-1"]];
const names = (all: string[][], may: string[][] = []) =>
  ({ type: "names", all, may, why }) as Extract<KeyAnswer, { type: "names" }>;

describe("names", () => {
  it.each<[string, string[][], string[], string]>([
    ["all of them", [ci, ops], ["user/ci", "ops"], "met"],
    ["whole ARNs, in any case and order", [ci, ops], [ops[0]!.toUpperCase(), ci[0]!], "met"],
    ["another spelling", four, ["ci", "ops", "the second key", "sg-1"], "met"],
    ["one twice, in two spellings", [ci, ops], ["ci", "user/ci", "ops"], "met"],
    ["what costs nothing", [ci], ["ci", "extra"], "met"],
    ["empty lines and spaces", [ci], ["", " ci "], "met"],
    ["half of them", [ci, ops], ["ci"], "partly"],
    ["less than half", four, ["ci"], "missed"],
    ["all, and one that is wrong", [ci, ops], ["ci", "ops", "ana"], "partly"],
    ["all, and two that are wrong", [ci, ops], ["ci", "ops", "ana", "bo"], "missed"],
    ["a part of a name", [ci], ["i"], "missed"],
    ["an end that begins within a name", [["role/devops"]], ["ops"], "missed"],
    ["the account alone", [ci], ["111122223333"], "missed"],
    ["everything that is there", [ci], ["*"], "missed"],
  ])("%s", (_name, all, given, verdict) => {
    expect(judgeNames(names(all, [extra]), given).verdict).toBe(verdict);
  });

  it("tells right from wrong, and how many are missing", () => {
    expect(judgeNames(names([ci, ops]), ["ci", "ana"])).toMatchObject({
      right: ["ci"],
      wrong: ["ana"],
      missing: 1,
    });
  });
});

describe("choice", () => {
  it.each<[string, string[], string[], string]>([
    ["the one", ["a"], ["a"], "met"],
    ["another", ["a"], ["b"], "missed"],
    ["the one and another", ["a"], ["a", "b"], "missed"],
    ["several", ["a", "b"], ["b", "a"], "met"],
    ["half of several", ["a", "b"], ["a"], "partly"],
    ["all there are", ["a", "b"], ["a", "b", "c", "d"], "missed"],
    ["none", ["a"], [], "missed"],
  ])("%s", (_name, right, given, verdict) => {
    expect(judgeChoice(right, given)).toBe(verdict);
  });
});

const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "sts:AssumeRole" }],
};
const past = (time: string, as: string, call: string, more: object = {}) => ({
  at: `2026-03-02T${time}Z`,
  as,
  call,
  ...more,
});
const world = buildWorld(
  {
    format: 1,
    now: "2026-03-02T09:00:00Z",
    accounts: [
      {
        id: "111122223333",
        name: "shop",
        iam: {
          users: [
            { name: "ana", keys: 1, inline: { all } },
            { name: "bo", keys: 1, inline: { all } },
          ],
          roles: [{ name: "ops", trust, inline: { all } }],
        },
      },
    ],
    history: [
      past("01:00:00", "user/ana", "iam:ListUsers"),
      past("02:00:00", "user/bo", "iam:ListUsers", { from: "203.0.113.9" }),
      past("03:00:00", "user/ana", "iam:ListUsers", { from: "203.0.113.9" }),
      past("04:00:00", "user/ana", "sts:AssumeRole", {
        input: { RoleArn: "arn:aws:iam::111122223333:role/ops", RoleSessionName: "night" },
      }),
      past("04:00:09", "assumed-role/ops/night", "iam:ListUsers"),
    ],
  },
  "any",
);
const list = { type: "event", call: "iam:ListUsers", which: "first", why } as const;
const idAt = (time: string) =>
  [...world.accounts.values()][0]!.trail.find(({ eventTime }) => eventTime.includes(time))!.eventID;

describe("an event", () => {
  it.each<[string, Partial<typeof list> & object, string, string]>([
    ["by its time", {}, "2026-03-02T01:00:00Z", "met"],
    ["by its id", {}, idAt("01:00:00"), "met"],
    ["with spaces around", {}, ` ${idAt("01:00:00")} `, "met"],
    ["by its time as Python prints it", {}, "2026-03-02 01:00:00+00:00", "met"],
    ["by its time without a zone, which is UTC", {}, "2026-03-02T01:00:00", "met"],
    ["by its time in seconds, as the CLI prints it", {}, "1772413200", "met"],
    ["by a part of its time", {}, "2026-03-02", "missed"],
    ["another that fits", {}, "2026-03-02T02:00:00Z", "partly"],
    ["the last", { which: "last" } as object, "2026-03-02T04:00:09Z", "met"],
    ["any", { which: "any" } as object, "2026-03-02T02:00:00Z", "met"],
    ["of somebody", { as: "user/bo" }, "2026-03-02T02:00:00Z", "met"],
    ["of somebody else", { as: "user/bo" }, "2026-03-02T01:00:00Z", "missed"],
    ["of a role, whatever its session", { as: "assumed-role/ops" }, "2026-03-02T04:00:09Z", "met"],
    ["from an address", { from: "203.0.113.9" }, "2026-03-02T02:00:00Z", "met"],
    ["from another address", { from: "203.0.113.9" }, "2026-03-02T01:00:00Z", "missed"],
    ["another call", {}, "2026-03-02T04:00:00Z", "missed"],
    ["a time at which nothing was", {}, "2026-03-02T01:00:01Z", "missed"],
    ["nothing", {}, "", "missed"],
  ])("%s", (_name, more, given, verdict) => {
    expect(judgeEvent(world, { ...list, ...more }, given).verdict).toBe(verdict);
  });
});
