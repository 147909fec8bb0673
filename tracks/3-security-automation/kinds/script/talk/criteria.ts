import type { CriterionPlan } from "@loopwright/core";
import { rubricCriteria } from "@loopwright/prose";

import type { ScriptKey } from "../key.ts";

/**
 * What is said weighs a sixth or so of what was run, and nothing of it is essential: a script that is right passes,
 * in whatever words its writer speaks of it.
 */
const share = 0.15;

/** A criterion of a rubric, of one question among several. */
export const ofQuestion = <T extends CriterionPlan>(question: string, one: T): T => ({
  ...one,
  id: criterionOf(question, one.id),
  weight: one.weight * share,
  essential: false,
});

/** `point-x` of the question `q` is `point-q-x`, and `no-known-error` is `no-known-error-q`. */
function criterionOf(question: string, id: string): string {
  const point = /^point-(.+)$/.exec(id);
  return point ? `point-${question}-${point[1]}` : `${id}-${question}`;
}

export const talkCriteria = ({ talk }: Pick<ScriptKey, "talk">): CriterionPlan[] =>
  Object.entries(talk?.questions ?? {}).flatMap(([question, rubric]) =>
    rubricCriteria(rubric).map((one) => ofQuestion(question, one)),
  );
