import { expect, test } from "vitest";

import { catalogue, ruleFileSchema, ruleProblems } from "./index.ts";

const [first, second] = catalogue;
const file = (...rules: unknown[]) => ({ format: 1, rules });
const placed = (value: unknown) =>
  ruleProblems(value).map(({ where, message }) => [where, message]);

test.each([
  ["a file that is fine", file(first, second), []],
  ["no file at all", null, [["the file", "Invalid input: expected object, received null"]]],
  [
    "another format, and a key that nobody knows",
    { format: 2, rules: [], author: "x" },
    [
      ["format", "Invalid input: expected 1"],
      ["the file", "Unknown: author"],
    ],
  ],
  [
    "a test of elements in a rule on flows",
    file({ ...first, on: "flow", when: { groups: ["api"] }, unless: [] }),
    [["rules[0].when", "Unknown: groups"]],
  ],
  [
    "the same id twice",
    file(first, { ...second, id: first!.id }),
    [["rules[1].id", `“${first!.id}” is the id of rules[0] already.`]],
  ],
  [
    "controls and technologies that are not there, however deep",
    file({
      ...first,
      on: "element",
      when: { technology: ["mainframe"], incoming: { source: { lacks: ["seccure"] } } },
      unless: [{ any: [{ controls: ["waf", "wof"] }] }],
      mitigations: [{ text: "Write it down.", control: "audit" }],
      title: "{element} with {data}",
      statement: { ...first!.statement, source: "", prerequisites: "", action: "", impact: "" },
    }),
    [
      ["rules[0].when.technology[0]", "“mainframe” is no technology."],
      ["rules[0].when.incoming.source.lacks[0]", "“seccure” is no control."],
      ["rules[0].unless[0].any[0].controls[1]", "“wof” is no control."],
      ["rules[0].mitigations[0].control", "“audit” is no control."],
    ],
  ],
  [
    "a placeholder of the other kind of rule",
    file({
      ...first,
      on: "flow",
      when: {},
      unless: [],
      title: "{element} or {tarjet} or {source}",
    }),
    [
      ["rules[0].title", "{element} stands for nothing here."],
      ["rules[0].title", "{tarjet} stands for nothing here."],
    ],
  ],
  [
    "a name where nobody fills it in",
    file({
      ...first,
      note: `${first!.note} {source}`,
      mitigations: [{ text: "Ask {target} first." }],
    }),
    [
      ["rules[0].note", "{source} is not filled in here."],
      ["rules[0].mitigations[0].text", "{target} is not filled in here."],
    ],
  ],
])("tells of %s", (_, value, problems) => {
  expect(placed(value)).toEqual(problems);
});

test("every problem says what to do next", () => {
  for (const { next } of ruleProblems(file({}, first, first))) expect(next).toMatch(/\.$/);
});

test("the schema of a rule file is JSON and names what a rule has", () => {
  const schema = JSON.parse(JSON.stringify(ruleFileSchema())) as { properties: object };
  expect(Object.keys(schema.properties)).toEqual(["format", "rules"]);
  expect(JSON.stringify(schema)).toContain('"noOutgoing"');
});
