import { describe, expect, it } from "vitest";

import { compare, inWords } from "./compare.ts";
import { readOutput } from "./output.ts";

const expected = {
  findings: [
    { user: "ana", issue: "old" },
    { user: "bo", issue: "old" },
  ],
  unread: ["cy"],
  exit: 2,
};
const identity = ["user", "issue"];
const [ana, bo] = expected.findings;

describe("what was reported against what is right", () => {
  it.each<[string, object[], string[], string[]]>([
    ["all of it, in any order", [bo!, ana!], ["cy"], []],
    ["further members are free", [{ ...ana, days: 91 }, bo!], ["cy"], []],
    ["one twice is one", [ana!, ana!, bo!], ["cy"], []],
    ["one too few", [ana!], ["cy"], ["Not reported: bo · old."]],
    [
      "one too many",
      [ana!, bo!, { user: "eve", issue: "old" }],
      ["cy"],
      ["Reported, and not so: eve · old."],
    ],
    [
      "nothing said of what could not be read",
      [ana!, bo!],
      [],
      ["Could not be read, and not said: cy."],
    ],
    [
      "an error that was none",
      [ana!, bo!],
      ["cy", "ana"],
      ["Named as an error, and could be read: ana."],
    ],
    [
      "a member that is missing",
      [{ user: "ana" }, bo!],
      ["cy"],
      ["Not reported: ana · old.", "Reported, and not so: ana · null."],
    ],
  ])("%s", (_name, findings, errors, words) => {
    const output = { findings: findings as Record<string, string>[], errors };
    expect(inWords(compare(output, expected, identity))).toEqual(words);
  });

  it("tells four names and counts the rest", () => {
    const none = { findings: [], errors: ["cy"] };
    const six = Array.from({ length: 6 }, (_, i) => ({ user: `u${i}`, issue: "old" }));
    const [line] = inWords(compare(none, { ...expected, findings: six }, identity));
    expect(line).toBe("Not reported: u0 · old; u1 · old; u2 · old; u3 · old, and 2 more.");
  });
});

const output = {
  identity,
  example: {},
  schema: {
    type: "object",
    required: ["findings", "errors"],
    properties: {
      findings: {
        type: "array",
        items: {
          type: "object",
          required: ["user"],
          properties: { user: { type: "string" }, issue: { enum: ["old"] } },
        },
      },
      errors: { type: "array" },
    },
  },
};

describe("standard output", () => {
  it.each<[string, string, string | RegExp | null]>([
    ["as described", '{"findings":[{"user":"ana"}],"errors":[]}', null],
    ["with members that nobody asked for", '{"findings":[],"errors":[],"took":3}', null],
    ["nothing", " \n", /^Nothing was printed/],
    ["something before it", 'checking ana\n{"findings":[],"errors":[]}', /is no JSON/],
    ["two documents", '{"findings":[],"errors":[]}\n{"findings":[]}', /is no JSON/],
    ["a list", "[]", /Invalid input/],
    ["a member is missing", '{"findings":[]}', /errors: Invalid input/],
    ["another type", '{"findings":[{"user":1}],"errors":[]}', /findings\.0\.user: Invalid input/],
    ["another word", '{"findings":[{"user":"a","issue":"new"}],"errors":[]}', /findings\.0\.issue/],
    [
      "a name that reaches a prototype",
      '{"__proto__":{"findings":[],"errors":[]}}',
      /Invalid input/,
    ],
    ["an error without a name", '{"findings":[],"errors":[{}]}', /no list of findings|errors/],
  ])("%s", (_name, stdout, problem) => {
    const read = readOutput(stdout, output);
    if (problem === null) expect(read.problem).toBeUndefined();
    else expect(read.problem).toMatch(problem);
  });
});
