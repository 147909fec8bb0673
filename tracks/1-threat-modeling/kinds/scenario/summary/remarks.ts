import type { Criterion, Remark } from "@loopwright/core";
import { styleRemarks } from "@loopwright/prose";

import { saysCriterion } from "../grading/criteria.ts";
import type { ScenarioKey } from "../material/key.ts";
import { adviceOn, leading } from "../grading/remarks.ts";

export function summaryRemarks(
  { summary, deeper }: ScenarioKey,
  judged: readonly Criterion[],
  text: string,
): Remark[] {
  if (!summary) return [];
  const says = summary.says.map(({ id, title, why, weight }) => ({
    criterion: saysCriterion(id),
    rank: weight * 2,
    lead: "Tell the owner",
    text: `${title}. ${why}`,
  }));
  const length = {
    criterion: "length",
    rank: 1,
    text: "Keep it between 60 and 150 words: what is at stake, what is done about it, what is asked of the owner.",
  };
  const plain = {
    criterion: "plain-words",
    rank: 2,
    text: "Put an owner's words in place of terms and cut long sentences: what is not understood is not decided.",
  };
  const remarks = adviceOn(judged, [...says, length, plain], deeper);
  return [...remarks, ...styleRemarks(text, "manager")].slice(0, leading);
}
