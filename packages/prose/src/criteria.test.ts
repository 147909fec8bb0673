import { scoreOf } from "@loopwright/core";
import { expect, test } from "vitest";

import { judgeCoverage, rubricCriteria } from "./criteria.ts";
import { question, sample } from "./fixture.ts";
import { negate } from "./negate.ts";
import { coverText } from "./points/coverage.ts";

const judged = (text: string) =>
  judgeCoverage(sample, coverText({ text, rubric: sample, question }));
/** Of the three points, then of the errors. */
const verdicts = (text: string) =>
  judged(text)
    .map(({ verdict }) => verdict)
    .join(" ");

const good =
  "I would use prepared statements for every query. The account is read-only. We never concatenate SQL.";

test.each([
  ["all of it", good, "met met met met"],
  [
    "one point",
    "We bind values in every query, whatever the team says about it.",
    "met unsure unsure unsure",
  ],
  ["nothing", "", "missed missed missed missed"],
  [
    "nothing found",
    "I would hold a meeting and write things down for the team.",
    "unsure unsure unsure unsure",
  ],
  ["the opposite", "Do not use prepared statements for queries.", "missed unsure unsure unsure"],
  ["a known error", "Escaping quotes is enough.", "missed unsure unsure missed"],
  ["a known error beside the point", `${good} Escaping solves it too.`, "partly met met missed"],
  [
    "keywords",
    "SQL injection parameterised queries prepared statements bind placeholder least privilege account role lint database escaping firewall scanner review threat model training static analysis deny list allow list ORM driver",
    "unsure unsure unsure unsure",
  ],
  [
    "another language",
    "我们使用参数化查询来防止注入攻击并限制帐户权限",
    "unsure unsure unsure unsure",
  ],
])("%s", (_name, text, expected) => expect(verdicts(text)).toBe(expected));

test("every verdict but a met one says why, and every met one shows where", () => {
  for (const text of [good, "", "Escaping quotes is enough.", negate(good)]) {
    for (const { evidence } of judged(text)) expect(evidence.length).toBeGreaterThan(0);
  }
});

test("a good answer that is turned round proves next to nothing", () => {
  const long = `${good} Values travel apart from the statement. A minimal role has few permissions.`;
  expect(scoreOf(judged(long)).low).toBe(100);
  expect(scoreOf(judged(negate(long))).low).toBe(0);
});

test("a rubric without errors to watch for has no criterion for them", () => {
  const without = { ...sample, misconceptions: [] };
  expect(rubricCriteria(without, 2).map(({ id, task }) => `${id} ${task}`)).toEqual([
    "point-parameters 2",
    "point-least-privilege 2",
    "point-no-concatenation 2",
  ]);
  const coverage = coverText({ text: good, rubric: without, question });
  expect(judgeCoverage(without, coverage)).toHaveLength(3);
});
