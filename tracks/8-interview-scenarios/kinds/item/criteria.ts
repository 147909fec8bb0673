import type { CriteriaOf, CriterionPlan } from "@loopwright/core";

import { plain } from "./forms/judged.ts";
import type { ItemKind } from "./kind.ts";

/** Number of the one task that brief.md of an item has. */
const task = 1;

/** The answer as a whole and, where something is chosen, every option for itself. */
export const criteria: CriteriaOf<ItemKind> = ({ brief }) => {
  const whole: CriterionPlan = {
    id: "answer",
    title: titles[brief.form],
    weight: 3,
    essential: true,
    task,
  };
  if (brief.form !== "choose") return [whole];
  const options = brief.options.map(({ id, text }) => ({
    id: `option-${id}`,
    title: plain(text),
    weight: 1,
    essential: false,
    task,
  }));
  return [whole, ...options];
};

const titles = {
  choose: "Exactly the right options",
  order: "Every step in its place",
  spot: "The right lines, and no other",
  value: "The right value",
} as const;
