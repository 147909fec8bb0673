import type { CardMaker, Criterion, MadeCard } from "@loopwright/core";
import { errorCriterion, pointCriterion } from "@loopwright/prose";

import type { QuestionKey } from "./key.ts";
import type { QuestionKind } from "./kind.ts";
import { questionOf } from "./question.ts";

/** An answer can lack many points; so many are enough to learn from one. */
const most = 3;

/** Errors that were stated, then the weightiest points that were not made, as an interviewer asks for them. */
export const cards: CardMaker<QuestionKind> = ({ stage, text, key, grade }) =>
  stage === "answer"
    ? [...errorCards(key, grade.criteria), ...pointCards(key, grade.criteria, questionOf(text))]
    : [];

/** The grade names each error by its correction. */
function errorCards({ misconceptions }: QuestionKey, criteria: readonly Criterion[]): MadeCard[] {
  const { evidence = [] } = criteria.find(({ id }) => id === errorCriterion) ?? {};
  const told = new Set(evidence.flatMap((one) => (one.type === "reason" ? [one.text] : [])));
  return misconceptions
    .filter(({ instead }) => told.has(instead))
    .map(({ id, says, instead }) => ({
      id: `error-${id}`,
      front: `True or false? “${says}”`,
      back: `False. ${instead}`,
    }));
}

function pointCards(
  { points, probes }: QuestionKey,
  criteria: readonly Criterion[],
  question: string,
): MadeCard[] {
  const verdictOf = (id: string) => criteria.find((one) => one.id === pointCriterion(id))?.verdict;
  const rank = (one: QuestionKey["points"][number]) => (one.essential ? 100 : 0) + one.weight;
  return points
    .filter(({ id }) => ["missed", "unsure"].includes(verdictOf(id) ?? "met"))
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, most)
    .map(({ id, title, why }) => {
      const ask = probes.find(({ point }) => point === id)?.ask;
      const front = ask ?? `${title}: why does that belong in the answer?`;
      return {
        id: `point-${id}`,
        front: `${question}\n\n**${front}**`,
        back: ask === undefined ? why : `${title}.\n\n${why}`,
      };
    });
}
