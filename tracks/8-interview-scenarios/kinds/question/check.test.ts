import { expect, test } from "vitest";

import { checkMaterial } from "./check.ts";
import { material } from "./fixture.ts";
import type { QuestionKey } from "./key.ts";

const { key } = material;
const problems = (change: Partial<QuestionKey>) =>
  checkMaterial({ key: { ...key, ...change } }).map(({ where, message }) => `${where}: ${message}`);
const [probe] = key.probes;
if (!probe || !key.annotated) throw new Error("the fixture has both");
const { annotated, fixtures } = key;

test("a sound key has no problem", () => expect(problems({})).toEqual([]));

test.each<[string, Partial<QuestionKey>, RegExp]>([
  [
    "a probe for no point",
    { probes: [{ ...probe, point: "gone" }] },
    /key\.yaml probes\.0\.point: .*“gone”/,
  ],
  ["a probe for no error", { probes: [{ ...probe, error: "gone" }] }, /probes\.0\.error/],
  [
    "a label that is no point",
    { fixtures: { ...fixtures, plain: { ...fixtures.plain, makes: ["gone"] } } },
    /fixtures\.yaml plain\.makes\.0/,
  ],
  [
    "a label that is no error",
    { fixtures: { ...fixtures, wrong: { ...fixtures.wrong, states: ["gone"] } } },
    /fixtures\.yaml wrong\.states\.0/,
  ],
  [
    "a note on words that nobody said",
    { annotated: { ...annotated, strong: [{ quote: "never said", note: "A note on it." }] } },
    /annotated\.yaml strong\.0\.quote/,
  ],
])("%s is told where it stands", (_name, change, message) => {
  expect(problems(change)).toEqual([expect.stringMatching(message)]);
});
