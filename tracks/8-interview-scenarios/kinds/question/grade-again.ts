import type { StageResult } from "@loopwright/core";
import { gradeProse } from "@loopwright/prose";

import { asAgain } from "./criteria.ts";
import { readerRemark, type gradeAnswer } from "./grade-answer.ts";
import { measuresOf } from "./measures.ts";
import { questionOf } from "./question.ts";
import { answerRemarks } from "./remarks.ts";

/** The second try, by the same points, at a fifth of the weight. */
export async function gradeAgain(input: Parameters<typeof gradeAnswer>[0]): Promise<StageResult> {
  const { brief, text, key, answer, ports } = input;
  const given = { text: answer.text, rubric: key, question: questionOf(text), task: 1 };
  const { criteria, coverage, reader } = await gradeProse(given, ports);
  const remarks = answerRemarks({ key, coverage, text: answer.text, brief });
  return {
    criteria: criteria.map(asAgain),
    remarks: [
      ...remarks.map(({ weight, text: said }) => ({ weight, text: said })),
      ...readerRemark(reader),
    ],
    measures: measuresOf({ coverage, text: answer.text, audience: brief.audience }),
  };
}
