import { judge, type CriteriaOf, type Grader } from "@loopwright/core";

import type { kind } from "./kind.ts";

export const criteria: CriteriaOf<typeof kind> = () => [
  { id: "word", title: "The word", weight: 1, essential: true, task: 1 },
];

export const grade: Grader<typeof kind> = (input) => {
  const right = input.answer.word.trim() === input.key.word.trim();
  const verdict = right ? "met" : "missed";
  return { criteria: judge(criteria(input), { word: { verdict } }), remarks: [], measures: [] };
};
