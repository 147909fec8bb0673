import type { Remark } from "@loopwright/core";
import { errorCriterion, pointCriterion, styleRemarks, type Coverage } from "@loopwright/prose";

import type { QuestionBrief } from "./brief.ts";
import type { QuestionKey } from "./key.ts";

const leading = 3;

type Given = { key: QuestionKey; coverage: Coverage; text: string; brief: QuestionBrief };

/** The most important first: errors, essential points, other points, then how it was said. */
export function answerRemarks({ key, coverage, text, brief }: Given): Remark[] {
  const { guard } = coverage;
  if (guard) return [{ weight: "essential", text: guard.reason }];
  const remarks = [...errorRemarks(coverage), ...pointRemarks(key, coverage)];
  if (remarks.length >= leading) return remarks.slice(0, leading);
  if (remarks.length === 0) remarks.push(deeperRemark(key));
  return [...remarks, ...styleRemarks(text, brief.audience)].slice(0, leading);
}

const errorRemarks = ({ errors }: Coverage): Remark[] =>
  errors.map(({ misconception: { says, instead } }) => ({
    weight: "essential",
    text: `Correct this before anything else: “${says}” ${instead}`,
    criterion: errorCriterion,
  }));

function pointRemarks({ points }: QuestionKey, { findings }: Coverage): Remark[] {
  const rank = (one: QuestionKey["points"][number]) => (one.essential ? 100 : 0) + one.weight;
  return points
    .filter(({ id }) => findings.some((one) => one.point === id && one.kind !== "found"))
    .toSorted((a, b) => rank(b) - rank(a))
    .map(({ id, title, why, essential }) => ({
      weight: essential ? "essential" : "actionable",
      text: `Say outright: ${title}. ${why}`,
      criterion: pointCriterion(id),
    }));
}

const deeperRemark = ({ deeper }: QuestionKey): Remark => ({
  weight: "celebratory",
  text: `Every point was found. The panel goes deeper: ${deeper.ask}`,
});
