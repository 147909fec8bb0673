import { expect, test } from "vitest";

import { sample } from "../fixture.ts";
import { checkRubric } from "./check.ts";
import { rubric, type Rubric } from "./schema.ts";

const problems = (change: Partial<Rubric>) =>
  checkRubric({ ...sample, ...change }, "key.yaml").map(
    ({ where, message }) => `${where}: ${message}`,
  );
const [point] = sample.points;
const [error] = sample.misconceptions;
if (!point || !error) throw new Error("the sample has both");

test("a sound rubric has no problem", () => expect(problems({})).toEqual([]));

test.each<[string, Partial<Rubric>, RegExp]>([
  ["two points of one name", { points: [...sample.points, point] }, /points\.3\.id: two points/],
  ["two errors of one name", { misconceptions: [error, error] }, /misconceptions\.1\.id: two/],
  [
    "nothing essential",
    { points: sample.points.map((one) => ({ ...one, essential: false })) },
    /no point is essential/,
  ],
  [
    "an error that contradicts nothing",
    { misconceptions: [{ ...error, contradicts: "gone" }] },
    /no point “gone”/,
  ],
  [
    "a sentence that is right and wrong",
    { misconceptions: [{ ...error, patterns: [...error.patterns, ...point.ways] }] },
    /cannot be right and wrong/,
  ],
])("%s is told", (_name, change, message) => {
  expect(problems(change)).toEqual([expect.stringMatching(message)]);
});

test.each<[string, unknown]>([
  ["one word alone", { ...point, ways: [["encrypt*"]] }],
  ["an empty group", { ...point, ways: [["a | b", " | "]] }],
  ["no plain words", { ...point, plain: [] }],
])("the schema refuses a point with %s", (_name, bad) => {
  expect(rubric.safeParse({ ...sample, points: [bad] }).success).toBe(false);
});
