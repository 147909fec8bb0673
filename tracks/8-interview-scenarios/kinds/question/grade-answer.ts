import type { AnswerOf, Ports, StageResult } from "@loopwright/core";
import { gradeProse, type Reader } from "@loopwright/prose";

import type { QuestionBrief } from "./brief.ts";
import type { QuestionKey } from "./key.ts";
import type { QuestionKind } from "./kind.ts";
import { questionOf } from "./question.ts";
import { answerRemarks } from "./remarks.ts";
import { measuresOf } from "./measures.ts";

type Input = {
  brief: QuestionBrief;
  text: string;
  key: QuestionKey;
  answer: AnswerOf<QuestionKind, "answer">;
  ports: Ports;
};

/** Which points the answer makes, which known errors it states; style is remarked on, never scored. */
export async function gradeAnswer({
  brief,
  text,
  key,
  answer,
  ports,
}: Input): Promise<StageResult> {
  const given = { text: answer.text, rubric: key, question: questionOf(text), task: 1 };
  const { criteria, coverage, reader } = await gradeProse(given, ports);
  return {
    criteria,
    remarks: [
      ...answerRemarks({ key, coverage, text: answer.text, brief }),
      ...readerRemark(reader),
    ],
    measures: measuresOf({ coverage, text: answer.text, audience: brief.audience }),
  };
}

/** Says so where a language model was asked and could not answer. */
export const readerRemark = (reader: Reader) =>
  reader.by === "offline" && reader.reason !== null
    ? [
        {
          weight: "informative" as const,
          text: `Graded without the language model: ${reader.reason}`,
        },
      ]
    : [];
