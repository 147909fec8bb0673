import { expect, test } from "vitest";

import { material } from "./fixture.ts";
import { checkMaterial } from "./kind.ts";
import type { ReviewKey } from "./key.ts";

const [injection, ownership] = material.key.flaws as [
  ReviewKey["flaws"][number],
  ReviewKey["flaws"][number],
];
const [range] = injection.lines as [ReviewKey["flaws"][number]["lines"][number]];
const [reads] = injection.explains as [ReviewKey["flaws"][number]["explains"][number]];
const withKey = (key: Partial<ReviewKey>) => ({ ...material, key: { ...material.key, ...key } });
const withLines = (lines: ReviewKey["flaws"][number]["lines"]) =>
  withKey({ flaws: [{ ...injection, lines }, ownership], decoys: [] });
const withBrief = (brief: Partial<typeof material.brief>) => ({
  ...material,
  brief: { ...material.brief, ...brief },
});
const tests = material.key.tests ?? { entry: "", principals: {}, setup: [], tests: [] };
const withTests = (keep: (test: (typeof tests.tests)[number]) => boolean) =>
  withKey({ tests: { ...tests, tests: tests.tests.filter(keep) } });

test("a sound drill has no problem", () => expect(checkMaterial(material)).toEqual([]));

test.each([
  [
    "a range that moved",
    withLines([{ ...range, has: "line 9" }]),
    "answer/key.yaml flaws.0.lines.0",
    "“line 9” is not on lines 5 to 6 of app.py",
  ],
  [
    "a range past the end",
    withLines([{ ...range, to: 21 }]),
    "answer/key.yaml flaws.0.lines.0",
    "app.py has 20 lines, none is number 21",
  ],
  [
    "a long range",
    withLines([{ ...range, from: 2, to: 17 }]),
    "answer/key.yaml flaws.0.lines.0",
    "a range has at most 15 lines",
  ],
  [
    "a file that is not reviewed",
    withLines([{ ...range, file: "db.py" }]),
    "answer/key.yaml flaws.0.lines.0",
    "db.py is not among the files to review",
  ],
  [
    "a path past the end",
    withKey({
      flaws: [{ ...injection, path: [{ file: "app.py", line: 40, note: "sink" }] }, ownership],
    }),
    "answer/key.yaml flaws.0.path.0",
    "app.py has 20 lines, none is number 40",
  ],
  [
    "the same id twice",
    withKey({ flaws: [injection, ownership, ownership] }),
    "answer/key.yaml flaws.2",
    "the id ownership is taken",
  ],
  [
    "an unknown class",
    withKey({ flaws: [{ ...injection, cwe: [89, 534] }, ownership] }),
    "answer/key.yaml flaws.0.cwe",
    "CWE-534 is not in the list",
  ],
  [
    "an unknown class of a fair remark",
    withKey({ neutral: [{ ...range, cwe: [362, 534], why: "A fair remark." }] }),
    "answer/key.yaml neutral.0.cwe",
    "CWE-534 is not in the list",
  ],
  [
    "a decoy on a flaw",
    withKey({ decoys: [{ ...range, id: "cast", why: "It is safe." }] }),
    "answer/key.yaml decoys.0",
    "lies on lines of the flaw injection",
  ],
  [
    "a missing file to review",
    withBrief({ review: ["app.py", "gone.py"] }),
    "brief.yaml review.1",
    "gone.py is not in files/",
  ],
  [
    "a missing editable file",
    withBrief({ editable: ["gone.py"] }),
    "brief.yaml editable.0",
    "gone.py is not in files/",
  ],
  [
    "a reference sentence that leaves out a point",
    withKey({ flaws: [{ ...injection, impact: "The statement is sorted." }, ownership] }),
    "answer/key.yaml flaws.0.impact",
    "the reference sentence does not say reads-tables",
  ],
  [
    "points that the title makes",
    withKey({ flaws: [{ ...injection, title: "Reads any table" }, ownership] }),
    "answer/key.yaml flaws.0.explains",
    "“Reads any table.” is enough to explain it",
  ],
  [
    "points that the name of the class makes",
    withKey({
      flaws: [
        {
          ...injection,
          impact: "SQL of the attacker reads the rest.",
          explains: [{ ...reads, ways: [["sql*", "inject* | read*"]] }],
        },
        ownership,
      ],
    }),
    "answer/key.yaml flaws.0.explains",
    "“CWE-89, SQL Injection.” is enough to explain it",
  ],
  [
    "two points of one name",
    withKey({ flaws: [{ ...injection, explains: [reads, reads] }, ownership] }),
    "answer/key.yaml flaws.0.explains",
    "two points have the id reads-tables",
  ],
  [
    "two exploit tests",
    withTests(({ name }) => name !== "injection 3"),
    "answer/key.yaml flaws.0",
    "2 exploit tests; at least 3",
  ],
  [
    "no functional test",
    withTests(({ role }) => role === "exploit"),
    "answer/tests.yaml tests",
    "no functional test: deleting the feature passes",
  ],
  [
    "no tests at all",
    withKey({ tests: undefined }),
    "answer/tests.yaml",
    "the drill asks for a repair, but answer/tests.yaml is missing",
  ],
  [
    "a stray exploit test",
    withKey({
      tests: { ...tests, tests: [...tests.tests, { ...tests.tests[2], flaw: "other" } as never] },
    }),
    "answer/tests.yaml tests.8.flaw",
    "“injection 1” attacks no flaw of the key",
  ],
])("%s", (_name, input, where, message) => {
  expect(checkMaterial(input)).toEqual([{ where, message }]);
});
