import type { Criterion, Grade } from "@loopwright/core";
import type { TextMark } from "@loopwright/ui";

import { isErrorCriterion } from "../limits.ts";

export const criteriaOf = (grade: Grade | null | undefined): Criterion[] =>
  grade?.status === "graded" ? grade.criteria : [];

/** Points have numbers in the order of the key; known errors have a sign of their own. */
export function labelsOf(criteria: readonly Criterion[]): Record<string, string> {
  const points = criteria.filter(({ id }) => !isErrorCriterion(id));
  return Object.fromEntries(
    criteria.map((one) => [
      one.id,
      isErrorCriterion(one.id) ? "!" : String(points.indexOf(one) + 1),
    ]),
  );
}

const said: Record<Criterion["verdict"], string> = {
  met: "made here",
  partly: "said here, and contradicted",
  missed: "the opposite is said here",
  unsure: "the closest passage",
};

/** Every quotation of a grade as a place in the text that it was taken from. */
export function marksOf(
  criteria: readonly Criterion[],
  labels: Record<string, string>,
): TextMark[] {
  return criteria.flatMap(({ id, title, verdict, evidence }) =>
    evidence.flatMap((one): TextMark[] => {
      if (one.type !== "quote") return [];
      const { start, end } = one;
      const label = labels[id] ?? "";
      return isErrorCriterion(id)
        ? [{ id, start, end, tone: "error", label, says: "Known error" }]
        : [
            {
              id,
              start,
              end,
              tone: verdict,
              label,
              says: `Point ${label}, ${said[verdict]}: ${title}`,
            },
          ];
    }),
  );
}

export type StatedError = { quote: string; start: number; instead: string };

/** Each known error that was stated, with what is true instead: its reason follows its quotation. */
export function statedErrors(criteria: readonly Criterion[]): StatedError[] {
  const evidence = criteria.find(({ id }) => isErrorCriterion(id))?.evidence ?? [];
  return evidence.flatMap((one, index) => {
    const next = evidence[index + 1];
    if (one.type !== "quote") return [];
    return [
      { quote: one.text, start: one.start, instead: next?.type === "reason" ? next.text : "" },
    ];
  });
}
