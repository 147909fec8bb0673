import type { Criterion, Grade } from "@loopwright/core";
import type { TextMark } from "@loopwright/ui";

import { isErrorCriterion, isSaidCriterion } from "../limits.ts";

export const criteriaOf = (grade: Grade | null | undefined): Criterion[] =>
  grade?.status === "graded" ? grade.criteria : [];

/** Points and probes have numbers in the order of the key; known errors have a sign of their own. */
export function labelsOf(criteria: readonly Criterion[]): Record<string, string> {
  const numbered = criteria.filter(({ id }) => isSaidCriterion(id));
  const errors = criteria.filter(({ id }) => isErrorCriterion(id));
  return Object.fromEntries([
    ...numbered.map(({ id }, index) => [id, String(index + 1)]),
    ...errors.map(({ id }) => [id, errorSign]),
  ]);
}

const errorSign = "!";

/** Every quotation of a grade as a place in the text that it was taken from. */
export const marksOf = (
  criteria: readonly Criterion[],
  labels: Record<string, string>,
): TextMark[] =>
  criteria.flatMap((one) =>
    one.evidence.flatMap((quote, index): TextMark[] => {
      const label = labels[one.id];
      if (quote.type !== "quote" || label === undefined) return [];
      const { start, end } = quote;
      const place = { id: one.id, start, end, label };
      if (label === errorSign) return [{ ...place, tone: "error", says: "Known error" }];
      const says = `Point ${label}, ${saidHere(one.verdict, index)}: ${one.title}`;
      return [{ ...place, tone: one.verdict, says }];
    }),
  );

/** What is said to be partly made has two quotations: what makes it, and what contradicts it. */
function saidHere(verdict: Criterion["verdict"], index: number): string {
  if (verdict === "partly" && index > 0) return "contradicted here";
  if (verdict === "missed") return "the opposite is said here";
  return verdict === "unsure" ? "the closest passage" : "made here";
}

type StatedError = { criterion: string; quote: string; start: number; instead: string };

/** Each known error that was stated, with what is true instead: its reason follows its quotation. */
export const statedErrors = (criteria: readonly Criterion[]): StatedError[] =>
  criteria
    .filter(({ id }) => isErrorCriterion(id))
    .flatMap(({ id, evidence }) =>
      evidence.flatMap((one, index): StatedError[] => {
        if (one.type !== "quote") return [];
        const next = evidence[index + 1];
        const instead = next?.type === "reason" ? next.text : "";
        return [{ criterion: id, quote: one.text, start: one.start, instead }];
      }),
    );
