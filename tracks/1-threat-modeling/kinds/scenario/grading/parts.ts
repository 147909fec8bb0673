import type { CriterionPlan } from "@loopwright/core";

/** Points of the whole drill that each stage is worth; those that a drill leaves out fall away. */
export const stageWorth = { clarify: 15, draw: 25, threats: 35, rank: 15, summary: 10 } as const;

type Part = Omit<CriterionPlan, "weight"> & { weight: number };

/** Scales the weights of a stage so that they add up to what the stage is worth. */
export function shared(worth: number, parts: readonly Part[]): CriterionPlan[] {
  const total = parts.reduce((all, { weight }) => all + weight, 0);
  // Two decimals: figures that a reader can add up.
  return parts.map((one) => ({
    ...one,
    weight: Math.max(0.01, Math.round(((worth * one.weight) / total) * 100) / 100),
  }));
}
