import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { coverText, judgeCoverage, pointCriterion } from "@loopwright/prose";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { key } from "./key.ts";
import { questionOf } from "./question.ts";

/**
 * Answers in plain words, written without sight of any key, and labelled afterwards by another reader
 * with the points that they truly make. Calling such a point missed is the fault that this measures.
 */
const plainAnswer = z.strictObject({
  question: z.string(),
  makes: z.array(z.string()),
  text: z.string(),
});

const here = fileURLToPath(new URL("plain-answers", import.meta.url));
const drills = fileURLToPath(new URL("../../drills", import.meta.url));
const yaml = (...path: string[]): unknown => parse(readFileSync(join(...path), "utf8"));

const answers = readdirSync(here).map((name) => plainAnswer.parse(yaml(here, name)));

const graded = answers.map(({ question, makes, text }) => {
  const folder = join(drills, question);
  const { points, misconceptions } = key
    .pick({ points: true, misconceptions: true })
    .strip()
    .parse(yaml(folder, "answer", "key.yaml"));
  const rubric = { points, misconceptions };
  const asked = questionOf(readFileSync(join(folder, "brief.md"), "utf8"));
  const coverage = coverText({ text, rubric, question: asked });
  const verdicts = new Map(judgeCoverage(rubric, coverage).map((one) => [one.id, one.verdict]));
  const of = (verdict: string) =>
    makes.filter((id) => verdicts.get(pointCriterion(id)) === verdict);
  return {
    question,
    made: makes.length,
    missed: of("missed"),
    found: of("met").length,
    unknown: makes.filter((id) => !verdicts.has(pointCriterion(id))),
    alarms: coverage.errors.map(({ misconception }) => misconception.id),
  };
});
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

test("at least sixty answers are there, labelled with points that exist", () => {
  expect(answers.length).toBeGreaterThanOrEqual(60);
  expect(graded.filter(({ unknown }) => unknown.length > 0)).toEqual([]);
  expect(sum(graded.map(({ made }) => made))).toBeGreaterThan(150);
});

test("under a tenth of the points that they truly make are shown as missed", () => {
  const missed = sum(graded.map((one) => one.missed.length));
  const made = sum(graded.map((one) => one.made));
  expect(missed / made).toBeLessThan(0.1);
});

test("a right answer states a known error in under a tenth of the cases", () => {
  const alarmed = graded.filter(({ alarms }) => alarms.length > 0);
  expect(alarmed.length / graded.length).toBeLessThan(0.1);
});
