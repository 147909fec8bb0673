import type { Criterion, Remark } from "@loopwright/core";

import { scopeCriterion, topicCriterion } from "../grading/criteria.ts";
import type { ScenarioKey } from "../material/key.ts";
import { adviceOn } from "../grading/remarks.ts";

export function clarifyRemarks({ clarify }: ScenarioKey, judged: readonly Criterion[]): Remark[] {
  if (!clarify) return [];
  const topics = clarify.topics.map(({ id, ask, why, weight }) => ({
    criterion: topicCriterion(id),
    rank: weight * 2,
    lead: "Ask early",
    text: `“${ask}” ${why}`,
  }));
  const scope = clarify.scope.map(({ id, title, why, weight }) => ({
    criterion: scopeCriterion(id),
    rank: weight,
    lead: "Write into the scope",
    text: `${title}. ${why}`,
  }));
  const next = "Draw with the answers in view, and keep the assumptions beside the drawing.";
  return adviceOn(judged, [...topics, ...scope], next);
}
