import { judge, type StageResult } from "@loopwright/core";
import { audienceTarget, jargon, readability, styleMeasures } from "@loopwright/prose";

import { aboutOf } from "../grading/about.ts";
import type { SummaryAnswer } from "../material/answer.ts";
import { criteria, saysCriterion } from "../grading/criteria.ts";
import type { Input } from "../grade.ts";
import { summaryWords } from "../material/limits.ts";
import { judgePoints, reason, type Found } from "../grading/prose.ts";
import { summaryRemarks } from "./remarks.ts";

/** Unexplained terms that a text for an owner may hold. */
const termsMax = { met: 1, partly: 3 };

/** For somebody who owns the product and not its security. */
export async function gradeSummary(input: Input & { answer: SummaryAnswer }): Promise<StageResult> {
  const { key, answer, ports } = input;
  const points = key.summary?.says ?? [];
  const text = answer.text;
  const given = { text, points, question: input.text, about: aboutOf(key) };
  const judged = await judgePoints(given, ports);
  const found: Record<string, Found> = {};
  for (const { id } of points) found[saysCriterion(id)] = judged[id]!;
  // Short and plain words that say nothing of this system are worth nothing.
  const met = points.filter(({ id }) => judged[id]?.verdict === "met");
  const heaviest = Math.max(...points.map(({ weight }) => weight));
  const says = met.length > 1 || met.some(({ weight }) => weight === heaviest);
  const empty: Found = { verdict: "missed", evidence: [reason("Counts once more is said.")] };
  found["length"] = says ? lengthOf(text) : empty;
  found["plain-words"] = says ? plainWords(text) : empty;
  const result = judge(criteria({ ...input, stage: "summary" }), found);
  return {
    criteria: result,
    remarks: summaryRemarks(key, result, text),
    measures: text.trim() === "" ? [] : styleMeasures(text, "manager"),
  };
}

function lengthOf(text: string): Found {
  const { words } = readability(text);
  const { min, max } = summaryWords;
  const near = words >= min * 0.75 && words <= max * 1.25;
  return {
    verdict: words >= min && words <= max ? "met" : near ? "partly" : "missed",
    note: `${words} words`,
    evidence: [{ type: "measure", value: words, unit: "words", target: max }],
  };
}

function plainWords(text: string): Found {
  const terms = jargon(text, "manager");
  const { grade } = readability(text);
  const { maxGrade } = audienceTarget("manager");
  const long = grade !== null && grade > maxGrade;
  const verdict =
    terms.length <= termsMax.met && !long
      ? "met"
      : terms.length <= termsMax.partly
        ? "partly"
        : "missed";
  const level = grade === null ? "" : `, reading grade ${Math.round(grade)}`;
  return {
    verdict,
    note: `${terms.length} terms that are not explained${level}`,
    evidence: terms.map(({ text: term, start, end }) => ({
      type: "quote",
      text: term,
      start,
      end,
    })),
  };
}
