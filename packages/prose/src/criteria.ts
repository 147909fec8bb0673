import {
  judge,
  type Criterion,
  type CriterionPlan,
  type Evidence,
  type Verdict,
} from "@loopwright/core";

import type { Coverage, Finding, Quote } from "./points/coverage.ts";
import type { Rubric } from "./rubric/schema.ts";

export const pointCriterion = (point: string): string => `point-${point}`;

/** The criterion that a text states none of the errors that its rubric lists. */
export const errorCriterion = "no-known-error";
const errorWeight = 2;
/** From this share of points on, an answer says enough for the absence of errors to count. */
const judgeableShare = 0.4;

/** What prose is judged by: a criterion for each point, one for errors where the rubric lists any. */
export function rubricCriteria(rubric: Rubric, task?: number): CriterionPlan[] {
  const at = task === undefined ? {} : { task };
  const points = rubric.points.map(({ id, title, weight, essential }) => ({
    id: pointCriterion(id),
    title,
    weight,
    essential,
    ...at,
  }));
  if (rubric.misconceptions.length === 0) return points;
  const title = "States no known error";
  return [...points, { id: errorCriterion, title, weight: errorWeight, essential: true, ...at }];
}

type Judged = { verdict: Verdict; evidence: Evidence[]; note?: string };

/** Turns coverage into criteria. `missed` only where that is safe; what was not found is `unsure`. */
export function judgeCoverage(rubric: Rubric, coverage: Coverage, task?: number): Criterion[] {
  const judged: Record<string, Judged> = {};
  for (const finding of coverage.findings) {
    judged[pointCriterion(finding.point)] = judgeFinding(finding, coverage);
  }
  judged[errorCriterion] = judgeErrors(coverage, rubric.misconceptions.length);
  return judge(rubricCriteria(rubric, task), judged);
}

const quoted = ({ text, start, end }: Quote): Evidence => ({ type: "quote", text, start, end });
const because = (text: string): Evidence => ({ type: "reason", text });

export const notFound = "Not found: was it said?";

function judgeFinding(finding: Finding, { guard, errors }: Coverage): Judged {
  if (guard) {
    const missed = guard.kind === "blank" || guard.kind === "off-topic";
    return {
      verdict: missed ? "missed" : "unsure",
      note: guard.reason,
      evidence: [because(guard.reason)],
    };
  }
  switch (finding.kind) {
    case "found":
      return {
        verdict: "met",
        evidence: [quoted(finding.quote)],
        ...(finding.by === "model" && { note: "as the language model reads it" }),
      };
    case "denied":
      return {
        verdict: finding.outright ? "missed" : "unsure",
        note: finding.outright ? "the opposite is said" : "said with a negation: was it meant so?",
        evidence: [quoted(finding.quote)],
      };
    case "contradicted": {
      const stated = errors.find(({ misconception }) => misconception.id === finding.misconception);
      return {
        verdict: finding.said ? "partly" : "missed",
        note: finding.said ? "said, and contradicted" : "a known error says the opposite",
        evidence: [
          ...(finding.said ? [quoted(finding.said)] : []),
          quoted(finding.error),
          ...(stated && !finding.said ? [because(stated.misconception.instead)] : []),
        ],
      };
    }
    case "open":
      return {
        verdict: "unsure",
        note: notFound,
        evidence: finding.near
          ? [quoted(finding.near), because("The closest passage.")]
          : [because("No two neighbouring sentences say it in words that this rubric knows.")],
      };
  }
}

function judgeErrors({ errors, findings, guard }: Coverage, listed: number): Judged {
  if (errors.length > 0) {
    return {
      verdict: "missed",
      note: errors.length === 1 ? "one known error" : `${errors.length} known errors`,
      evidence: errors.flatMap(({ quote, misconception }) => [
        quoted(quote),
        because(misconception.instead),
      ]),
    };
  }
  if (guard?.kind === "blank" || guard?.kind === "off-topic") {
    return { verdict: "missed", evidence: [because(guard.reason)] };
  }
  // Who says next to nothing states no error either.
  const found = findings.filter(({ kind }) => kind === "found").length;
  if (found < findings.length * judgeableShare) {
    return { verdict: "unsure", evidence: [because("Too little was found to judge.")] };
  }
  const evidence: Evidence[] = [{ type: "measure", value: 0, unit: `of ${listed} listed errors` }];
  return { verdict: "met", evidence };
}
