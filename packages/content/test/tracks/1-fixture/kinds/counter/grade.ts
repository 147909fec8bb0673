import { judge, type CriteriaOf, type Grader } from "@loopwright/core";

import type { kind } from "./kind.ts";

export const criteria: CriteriaOf<typeof kind> = () => [
  { id: "sum", title: "The sum", weight: 1, essential: true },
];

export const grade: Grader<typeof kind> = (input) => {
  const sum = input.actions.reduce((total, { body }) => total + body.add, input.brief.from);
  const verdict = sum === input.key.to ? "met" : "missed";
  return { criteria: judge(criteria(input), { sum: { verdict } }), remarks: [], measures: [] };
};
