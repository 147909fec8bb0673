import type { CriterionPlan, StageId } from "@loopwright/core";
import { rubricCriteria } from "@loopwright/prose";

import type { QuestionKey } from "./key.ts";
import type { QuestionKind } from "./kind.ts";

/** The one task of every brief.md of this kind. */
const task = 1;

/** The second try is made knowing what the first lacked, so it weighs a fifth. */
const againWeight = 0.2;

export const probeCriterion = (probe: string): string => `probe-${probe}`;
export const againCriterion = (criterion: string): string => `again-${criterion}`;

/** What each stage judges; known from the key alone. */
export function criteria({
  stage,
  key,
}: {
  stage: StageId<QuestionKind>;
  key: QuestionKey;
}): CriterionPlan[] {
  if (stage === "answer") return rubricCriteria(key, task);
  if (stage === "probes") {
    return key.probes.map(({ id, ask }) => ({
      id: probeCriterion(id),
      title: ask,
      weight: 1,
      essential: false,
      task,
    }));
  }
  return rubricCriteria(key, task).map(asAgain);
}

/** The same criterion, for the second try. */
export const asAgain = <T extends CriterionPlan>(one: T): T => ({
  ...one,
  id: againCriterion(one.id),
  weight: one.weight * againWeight,
  essential: false,
});
