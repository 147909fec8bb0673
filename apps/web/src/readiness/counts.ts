import type { ReadinessView } from "@loopwright/server";
import type { Week } from "./weeks.ts";

/** In how many dimensions each level is held. */
export type Counts = { ready: number; solid: number; begun: number };

/** Week by week, the oldest first. */
export function countsOver({ days, levels }: ReadinessView["history"]): Week<Counts>[] {
  const all = Object.values(levels);
  return days.map((day, index) => {
    const held = (level: number): number => all.filter((one) => one[index] === level).length;
    return { day, value: { ready: held(3), solid: held(2), begun: held(1) } };
  });
}
