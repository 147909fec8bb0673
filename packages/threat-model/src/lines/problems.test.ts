import { describe, expect, it, test } from "vitest";

import { parseLines } from "./parse.ts";
import { maxLines } from "./split.ts";

/** Every problem with its place; what is left of the model is counted. */
const told = (text: string) => {
  const { model, problems } = parseLines(text);
  const { zones, elements, flows, threats, decisions } = model;
  const left = [zones, elements, flows, threats, decisions].map((list) => list.length).join("");
  return [...problems.map(({ line, column, message }) => `${line}:${column} ${message}`), left];
};

describe("a bad line is told with its place, and the rest stands", () => {
  test.each([
    ["nonsense\nzone a 1", ["1:1 No line begins with “nonsense”.", "10000"]],
    ["!!!\nzone a 1", ["1:1 No line begins with “!!!”.", "10000"]],
    ["zone\nzone b 2", ["1:5 An id is missing here.", "10000"]],
    ["process 写真\nzone a 1", ["1:9 An id is missing here.", "10000"]],
    ["process a b in c: d\nzone c 1", ["1:11 “b” is not understood here.", "11000"]],
    ["process a in", ["1:13 A zone is missing after in.", "01000"]],
    ["process a in b", ["1:14 None of the zones has the id b.", "01000"]],
    ["process a <x", ["1:11 The bracket is not closed by >.", "01000"]],
    ["process a {x y}", ["1:12 “x y” is no id.", "01000"]],
    ["process a {x}", ["1:12 None of the data has the id x.", "01000"]],
    ["process a <写真>", ["1:12 “写真” cannot be its technology.", "01000"]],
    ["process a [写真]", ["1:12 “写真” has no Latin letter.", "01000"]],
    ["process a <api> <queue>", ["1:18 “queue” cannot be its technology.", "01000"]],
    ["process a: x\nprocess a: y", ["2:9 The id a already stands in line 1.", "02000"]],
    ["zone a 101", ["1:8 trust is not in shape: Too big: expected number to be <=100.", "10000"]],
    ["a ->", ["1:5 The other end of the flow is missing here.", "00000"]],
    ["zone a 1\na -> b", ["2:1 None of the elements has the id a.", "11100"]],
    ["a -> b <api>", ["1:9 A flow has no technology.", "02100"]],
    ["a -> b [session, mfa]", ["1:18 The authentication was already given as session.", "02100"]],
    ['a -> b: "open', ["1:9 This is not a whole JSON string.", "02100"]],
    ['process a: "A" b', ["1:16 “b” is not understood here.", "01000"]],
    ["process a\n  colour: red", ["2:3 “colour” is no key here.", "01000"]],
    [
      "process a\n  red",
      ["2:3 An indented line says more of the line above it, as key: value.", "01000"],
    ],
    [
      "process a\n  process b",
      ["2:3 An indented line says more of the line above it, as key: value.", "01000"],
    ],
    ["process a\n  position: here", ["2:13 Numbers are needed here.", "01000"]],
    ["process a\n  position: 1, 2\n  position: 3, 4", ["3:3 position was already given.", "01000"]],
    ["process a #x\n  tags: y", ["2:3 tags was already given.", "01000"]],
    ["process a\n  extra: {", ["2:10 This is not JSON.", "01000"]],
    [
      "process a\n  extra: 7",
      ["2:10 extra is not in shape: Invalid input: expected record, received number.", "01000"],
    ],
    [
      `process a\n  extra: ${"[".repeat(70)}${"]".repeat(70)}`,
      ["2:10 The JSON is nested deeper than 65.", "01000"],
    ],
    [
      "zone a 1\n  box: 1, 2, 3, 0",
      ["2:8 box is not in shape: Too small: expected number to be >0.", "10000"],
    ],
    [
      "what?\n  description: x",
      ["1:1 No line begins with “what?”.", "2:3 The line above it could not be read.", "00000"],
    ],
    ["data d (personal, odd)", ["1:8 “odd” is no kind of data.", "00000"]],
    ["mitigate m1\n  lowers: much", ["2:11 Steps are needed here.", "00000"]],
    [
      "threat t1 9x9 on nothing",
      [
        "1:11 risk is not in shape: Too big: expected number to be <=5.",
        "1:11 risk is not in shape: Too big: expected number to be <=5.",
        "1:18 None of the zones, elements or flows has the id nothing.",
        "00010",
      ],
    ],
    ["threat t1 on", ["1:13 An id is missing here.", "00010"]],
    ["threat t1\n  cwe: many", ["2:8 Numbers above 0 are needed here.", "00010"]],
    [
      "threat t1\n  state: odd",
      [
        '2:10 state is not in shape: Invalid option: expected one of "open"|"mitigated"|"accepted"|"transferred"|"avoided"|"not-applicable".',
        "00010",
      ],
    ],
    ["decide", ["1:7 A finding is missing here.", "00000"]],
    ["decide a:b maybe", ["1:12 A decision is missing here.", "00000"]],
    ["decide a:b accepted: x\n  reason: y", ["2:3 “reason” is no key here.", "00001"]],
    ["model A\nmodel B", ["2:1 A second line names the model.", "00000"]],
    [
      `process a: ${"x".repeat(201)}`,
      ["1:12 name is not in shape: Too big: expected string to have <=200 characters.", "01000"],
    ],
    [
      `process ${"x".repeat(65)}`,
      ["1:9 id is not in shape: letters, digits, - and _, at most 64 of them.", "00000"],
    ],
  ])("%j", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("limits", () => {
  it("reads the first lines of too many", () => {
    const { model, problems } = parseLines(`zone a 1\n${"\n".repeat(maxLines)}zone b 1`);
    expect(model.zones.map(({ id }) => id)).toEqual(["a"]);
    expect(problems.map(({ line }) => line)).toEqual([maxLines + 1]);
  });

  it("reads nothing of more than a million characters", () => {
    const { model, problems } = parseLines(`zone a 1\n#${"x".repeat(1_000_000)}`);
    expect([model.zones.length, problems.length]).toEqual([0, 1]);
  });

  it("keeps 5000 parts of a kind, and lists a thousand problems", () => {
    const { model, problems } = parseLines("a -> b\n".repeat(maxLines - 1));
    expect(model.flows.length).toBe(5_000);
    expect(new Set(model.flows.map(({ id }) => id)).size).toBe(5_000);
    expect(problems.length).toBe(1_001);
    expect(problems.at(-1)?.message).toMatch(/^More than 1000 problems/);
  });
});

test("an empty text is an empty model", () => {
  expect(told("")).toEqual(["00000"]);
  expect(told("\n# only a comment\n  \n")).toEqual(["00000"]);
});
