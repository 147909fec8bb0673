import { describe, expect, test } from "vitest";

import { material } from "./fixture.ts";
import { change, sarif } from "./fixture-change.ts";
import { checkMaterial } from "./kind.ts";

type Material = Parameters<typeof checkMaterial>[0];
const briefed = (brief: Partial<Material["brief"]>, on: Material = change): Material => ({
  ...on,
  brief: { ...on.brief, ...brief },
});
const keyed = (key: Partial<Material["key"]>): Material => ({
  ...change,
  key: { ...change.key, ...key },
});
const filed = (files: Material["files"], on: Material = change): Material => ({
  ...on,
  files: { ...on.files, ...files },
});
const problems = (input: Material) =>
  checkMaterial(input).map(({ where, message }) => `${where}: ${message}`);

test("a sound change with a scan has no problem", () => {
  expect(checkMaterial(change)).toEqual([]);
});

const { change: _none, ...unchanged } = change.brief;
const { tests: _tests, ...untested } = change.key;
const [injection, ownership] = change.key.flaws as [
  Material["key"]["flaws"][number],
  Material["key"]["flaws"][number],
];
const [format, cast, port] = change.key.scan as [
  Material["key"]["scan"][number],
  Material["key"]["scan"][number],
  Material["key"]["scan"][number],
];

describe("a change", () => {
  test.each<[string, Material, string]>([
    [
      "old files without a change",
      { ...change, brief: unchanged },
      "brief.yaml review: files/base/ is there, but no `change`",
    ],
    [
      "an old file to review",
      briefed({ review: [...change.brief.review, "base/app.py"] }),
      "brief.yaml review.3: base/app.py is of the code before the change",
    ],
    [
      "an old file to repair",
      briefed({ editable: ["app.py", "base/app.py"] }),
      "brief.yaml editable.1: base/app.py is of the code before the change",
    ],
    [
      "a changed file that nobody reads",
      filed({ "db.py": "new\n", "base/db.py": "old\n" }),
      "brief.yaml review: db.py changes, but is not among them",
    ],
    [
      "no difference",
      filed(
        { "base/app.py": material.files["app.py"] ?? "" },
        briefed(
          { review: ["app.py"] },
          {
            ...material,
            brief: { ...material.brief, change: change.brief.change },
          },
        ),
      ),
      "brief.yaml change: files/base/ changes nothing",
    ],
  ])("%s", (_name, input, problem) => expect(problems(input)).toEqual([problem]));
});

const scanned = (text: string) => filed({ "scan.sarif": text });
const unread = (...said: string[]) => [
  ...said.map((one) => `brief.yaml scan: ${one}`),
  ...[format, cast, port].map(
    ({ id }, i) => `answer/key.yaml scan.${i}: the scanner does not report ${id}`,
  ),
];

describe("a scan", () => {
  test.each<[string, Material, string[]]>([
    [
      "no scan in the brief",
      { ...change, brief: { ...change.brief, scan: undefined } },
      ["answer/key.yaml scan: brief.yaml names no scan"],
    ],
    ["no such file", briefed({ scan: "x.sarif" }), ["brief.yaml scan: x.sarif is not in files/"]],
    ["no JSON", scanned("<sarif>"), unread("scan.sarif: it is not JSON")],
    [
      "another version and no runs",
      scanned(sarif([], { version: "2.0.0", runs: [] })),
      unread('scan.sarif: its version is not "2.1.0"', "scan.sarif: it has no runs"),
    ],
    [
      "a file that is not reviewed and a line past the end",
      scanned(
        sarif([
          { rule: "a", file: "db.py", line: 1 },
          { rule: "b", file: "lib/rows.py", line: 4 },
        ]),
      ),
      [
        "brief.yaml scan: a@db.py:1 is not in a file to review",
        "brief.yaml scan: b@lib/rows.py:4: lib/rows.py has 3 lines, none is number 4",
        "answer/key.yaml scan: a@db.py:1 is not judged",
        "answer/key.yaml scan: b@lib/rows.py:4 is not judged",
        ...unread(),
      ],
    ],
    [
      "an unknown level",
      scanned(sarif([{ rule: "a", file: "app.py", line: 1, level: "high" }])),
      unread("scan.sarif: result 1: level is one of error, warning, note, none"),
    ],
    [
      "a result without a judgement",
      keyed({ scan: [format, cast] }),
      ["answer/key.yaml scan: open-port@deploy/service.yaml:3 is not judged"],
    ],
    [
      "a result judged twice",
      keyed({ scan: [format, cast, port, port] }),
      ["answer/key.yaml scan.3: open-port@deploy/service.yaml:3 is judged twice"],
    ],
    [
      "a flaw that is not there",
      keyed({ scan: [{ ...format, flaw: "other" }, cast, port] }),
      ["answer/key.yaml scan.0.flaw: no flaw has the id other"],
    ],
    [
      "a false alarm with a flaw",
      keyed({ scan: [format, { ...cast, flaw: "injection" }, port] }),
      ["answer/key.yaml scan.1.flaw: a false alarm points at no flaw"],
    ],
    [
      "nothing but real results, and every flaw among them",
      keyed({
        scan: [format, { ...cast, real: true, flaw: "ownership" }, { ...port, real: true }],
      }),
      [
        "answer/key.yaml scan: no result is a false alarm",
        "answer/key.yaml flaws: the scanner reports every flaw; plant one that it does not see",
      ],
    ],
  ])("%s", (_name, input, expected) => expect(problems(input)).toEqual(expected));
});

describe("a drill without a repair", () => {
  const review = ["review"];
  test.each<[string, Material, string[]]>([
    ["sound", { ...briefed({ editable: [] }), key: untested, stages: review }, []],
    [
      "with a file to change and tests",
      { ...change, stages: review },
      [
        "brief.yaml editable: drill.yaml leaves the repair out",
        "answer/tests.yaml: drill.yaml leaves the repair out",
      ],
    ],
    [
      "with a repair that cannot be judged",
      { ...briefed({ editable: [] }), key: untested, stages: ["review", "repair"] },
      ["answer/tests.yaml: the drill asks for a repair, but answer/tests.yaml is missing"],
    ],
    [
      "with tests and nothing to change",
      briefed({ editable: [] }),
      ["brief.yaml editable: there are tests, but nothing to repair"],
    ],
  ])("%s", (_name, input, expected) => expect(problems(input)).toEqual(expected));
});

describe("a flaw that no test can show", () => {
  const unproven = { ...ownership, unproven: "A difference in time is not observed here." };
  const tests = change.key.tests?.tests.filter(({ flaw }) => flaw !== "ownership") ?? [];
  test.each<[string, typeof tests, string[]]>([
    ["needs none", tests, []],
    [
      "may have none",
      change.key.tests?.tests ?? [],
      ["answer/key.yaml flaws.1: unproven, with 3 exploit tests"],
    ],
  ])("%s", (_name, kept, expected) => {
    const all = { ...change.key.tests, principals: {}, setup: [], tests: kept };
    expect(problems(keyed({ flaws: [injection, unproven], tests: all }))).toEqual(expected);
  });
});
