import type { Grade } from "@loopwright/core";
import { pointCriterion } from "@loopwright/prose";

import type { Probe, QuestionKey } from "./key.ts";

/**
 * The probes that an interviewer asks after this answer: for points that were not made, and for errors
 * that were stated. All of them where there was no answer.
 */
export function askedProbes(
  { probes, misconceptions }: Pick<QuestionKey, "probes" | "misconceptions">,
  answer: Grade | null | undefined,
): Probe[] {
  if (answer?.status !== "graded") return [...probes];
  const verdictOf = (point: string) =>
    answer.criteria.find(({ id }) => id === pointCriterion(point))?.verdict;
  const stated = (error: string | undefined): boolean => {
    const opposed = misconceptions.find(({ id }) => id === error)?.contradicts;
    const verdict = opposed === undefined ? undefined : verdictOf(opposed);
    return verdict === "partly" || verdict === "missed";
  };
  return probes.filter(({ point, error }) => verdictOf(point) !== "met" || stated(error));
}
