import { proveDrill, type Drill, type KindModule } from "@loopwright/core";
import { describe, expect, test } from "vitest";

import { checkMaterial } from "./check.ts";
import { gradedRepair, gradedTrace, material, ports } from "./fixture.ts";
import { criteria, grade } from "./grade.ts";
import { kind } from "./kind.ts";
import { examples, prove } from "./prove.ts";
import { reveal } from "./reveal.ts";

const verdicts = ({ criteria: all }: { criteria: { id: string; verdict: string }[] }) =>
  Object.fromEntries(all.map(({ id, verdict }) => [id, verdict]));

describe("trace", () => {
  const rule = "sg-web/in/1";
  test.each([
    ["the rule that is asked for", { reachable: true, rule }, "met"],
    ["another rule", { reachable: true, rule: "sg-db/in/1" }, "partly"],
    ["no rule", { reachable: true, rule: null }, "partly"],
    ["the wrong answer with the right rule", { reachable: false, rule }, "missed"],
    ["a rule and neither yes nor no", { reachable: null, rule }, "missed"],
  ])("%s", (_name, answer, verdict) => {
    expect(verdicts(gradedTrace({ shoppers: answer }))).toEqual({
      "trace-shoppers": verdict,
      "trace-ssh": "missed",
      "trace-mail": "missed",
    });
  });

  test("no: the first rule that stops it; yes: of the sort that is asked for, there or back", () => {
    const found = gradedTrace({
      ssh: { reachable: false, rule: "sg-web/in/none" },
      mail: { reachable: true, rule: "acl-data/out/100" },
    });
    expect(verdicts(found)).toMatchObject({ "trace-ssh": "met", "trace-mail": "met" });
    expect(found.criteria[1]?.evidence[0]).toMatchObject({
      type: "decision",
      trace: expect.arrayContaining([expect.stringContaining("sg-web/in/none stops the request")]),
    });
  });
});

describe("repair", () => {
  const met = { web: "met", others: "met", "nothing-else": "met" };
  test.each([
    ["the group is named", { "sg-db/in": "tcp 5432 from sg-web" }, met],
    ["an address is named", { "sg-db/in": "tcp 5432 from 10.0.0.10/32" }, met],
    ["nobody", { "sg-db/in": "" }, { web: "missed", others: "met", "nothing-else": "met" }],
    ["a subnet", { "sg-db/in": "tcp 5432 from 10.0.0.0/24" }, { web: "met", others: "missed" }],
    [
      "one port more",
      { "sg-db/in": "tcp 5432 from sg-web\ntcp 22 from sg-web" },
      { web: "met", others: "met", "nothing-else": "missed" },
    ],
    [
      "the answers' way is shut",
      {
        "acl-data/out": "100 allow tcp 32768-65535 to 10.0.0.0/16",
        "sg-db/in": "tcp 5432 from sg-web",
      },
      { web: "missed" },
    ],
    ["nothing", {}, { web: "missed", others: "missed", "nothing-else": "missed" }],
    [
      "a remark alone",
      { "sg-db/in": " tcp  5432 from 10.0.0.0/16 # the VPC\n" },
      { web: "missed", others: "missed", "nothing-else": "missed" },
    ],
    [
      "a table that is another's",
      { "sg-web/in": "", "sg-db/in": "tcp 5432 from sg-web" },
      { web: "missed", others: "missed", "nothing-else": "missed" },
    ],
    ["an unreadable line", { "sg-db/in": "tcp 5432 sg-web" }, { web: "missed", others: "missed" }],
  ])("%s", (_name, tables, expected) => {
    expect(verdicts(gradedRepair(tables as Record<string, string>))).toMatchObject(expected);
  });

  test("says where a line cannot be read, and what opened besides", () => {
    const [criterion] = gradedRepair({
      "sg-db/in": "tcp 5432 from sg-web\ntcp 99999 from sg-web",
    }).criteria;
    expect(criterion?.evidence).toEqual([
      {
        type: "reason",
        text: "sg-db/in, line 2: 99999 is no port, and no range such as 1024-65535",
      },
    ]);
    const wide = gradedRepair({ "sg-db/in": "tcp 5432 from sg-web\ntcp 22 from 10.0.0.0/24" });
    expect(wide.criteria.find(({ id }) => id === "nothing-else")?.note).toContain("3 connections");
  });
});

const module = { kind, criteria, grade, reveal, examples, prove } as unknown as KindModule;

test("a drill of it proves itself", async () => {
  const answer = {
    stages: { repair: { tables: { "sg-db/in": "tcp 5432 from sg-web" } } },
    actions: [],
  };
  const exemplars = [{ slug: "right", title: "Right", note: "", answer }];
  const drill = { meta: { stages: undefined }, ...material, exemplars } as unknown as Drill;
  const lines = await proveDrill({ drill, wrong: [], module, ports, foreign: [] });
  expect(lines.filter(({ ok }) => !ok)).toEqual([]);
  expect(lines.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      "the start does not pass",
      "flow mail-db can fail",
      "wrong answer deny-everything fails on web",
      "wrong answer allow-everything fails on others",
      "wrong answer always-no fails on trace-shoppers, trace-mail",
    ]),
  );
});

test("a start that needs no repair, and a flow that cannot fail, are told", async () => {
  const [flow] = material.key.flows;
  const key = {
    ...material.key,
    flows: [flow!, { ...flow!, id: "idle", expect: "closed" as const, to: "10.0.9.9" }],
  };
  const lines = await prove({ ...material, key, exemplars: [], wrong: [], ports });
  const told = lines.filter(({ ok }) => !ok).map(({ what }) => what);
  expect(told).toEqual(["the start does not pass", "flow idle can fail"]);
});

describe("material", () => {
  const { brief, key } = material;
  const [question, ...questions] = brief.questions;
  const [flow, ...flows] = key.flows;
  test.each([
    ["as it is", {}, {}, []],
    ["a question that nobody explains", {}, { questions: {} }, ["“shoppers” is not explained"]],
    [
      "a question that hangs on nothing",
      { questions: [{ ...question!, asks: "network-acl" as const }, ...questions] },
      {},
      ["“shoppers” hangs on no single rule"],
    ],
    ["a table that is not there", { editable: ["sg-gone"] }, {}, ["sg-gone has no rules"]],
    [
      "a flow of no requirement",
      {},
      { flows: [{ ...flow!, of: "speed" }, ...flows] },
      ["“web” has no flow", "flow “web-db” is of no requirement: speed"],
    ],
    [
      "a flow from nowhere",
      {},
      { flows: [{ ...flow!, from: "i-nobody" }, ...flows] },
      ["flow “web-db” names i-nobody is not in this network."],
    ],
  ])("%s", (_name, changedBrief, changedKey, messages) => {
    const found = checkMaterial({
      brief: { ...brief, ...changedBrief },
      key: { ...key, ...changedKey },
    });
    expect(found.map(({ message }) => message)).toEqual(expect.arrayContaining(messages));
    if (messages.length === 0) expect(found).toEqual([]);
  });
});
