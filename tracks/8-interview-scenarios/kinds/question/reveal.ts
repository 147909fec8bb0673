import type { Revealer } from "@loopwright/core";
import { coverText, type Quote } from "@loopwright/prose";

import type { QuestionKey } from "./key.ts";
import type { QuestionKind } from "./kind.ts";
import { askedProbes } from "./probing.ts";
import { questionOf } from "./question.ts";

/** After the answer: what the interviewer asks next. The reviewed answer waits for the second try. */
export type AnswerReveal = { probes: { id: string; ask: string }[] };

/** Everything that the key holds for a reader. */
export type ReviewedReveal = {
  reviewed: { text: string; marks: { point: string; title: string; quote: Quote }[] };
  points: Pick<QuestionKey["points"][number], "id" | "title" | "why" | "essential">[];
  errors: Pick<QuestionKey["misconceptions"][number], "id" | "says" | "instead">[];
  annotated: { strong: Note[]; weak: { text: string; notes: Note[] } } | null;
  deeper: QuestionKey["deeper"];
  levels: QuestionKey["levels"];
  sources: QuestionKey["sources"];
};
type Note = { quote: string; note: string };

export type QuestionReveal = AnswerReveal | ReviewedReveal;

export const reveal: Revealer<QuestionKind> = ({ stage, text, key, grade }) => {
  // Without a grade the stage was given up: the whole answer is shown.
  if (grade === null || stage === "again") return reviewed(key, questionOf(text));
  if (stage === "probes") return null;
  return {
    probes: askedProbes(key, grade).map(({ id, ask }) => ({ id, ask })),
  } satisfies AnswerReveal;
};

function reviewed(key: QuestionKey, question: string): ReviewedReveal {
  const { annotated, fixtures, deeper, levels, sources } = key;
  return {
    reviewed: { text: fixtures.strong.text, marks: marksOf(key, question) },
    points: key.points.map(({ id, title, why, essential }) => ({ id, title, why, essential })),
    errors: key.misconceptions.map(({ id, says, instead }) => ({ id, says, instead })),
    annotated: annotated
      ? {
          strong: annotated.strong,
          weak: { text: fixtures[annotated.weak.of].text, notes: annotated.weak.notes },
        }
      : null,
    deeper,
    levels,
    sources,
  };
}

/** Which sentences of the reviewed answer make which point. */
function marksOf(key: QuestionKey, question: string): ReviewedReveal["reviewed"]["marks"] {
  const { findings } = coverText({ text: key.fixtures.strong.text, rubric: key, question });
  return findings.flatMap((finding) => {
    if (finding.kind !== "found") return [];
    const title = key.points.find(({ id }) => id === finding.point)?.title ?? finding.point;
    return [{ point: finding.point, title, quote: finding.quote }];
  });
}
