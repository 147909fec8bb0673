import { addDays, type Day, type Evidence } from "@loopwright/core/learner";
import { levelsOver, readiness, type Readiness } from "@loopwright/core/readiness";

import type { Context } from "../context.ts";
import type { ReadinessHistory } from "../views/readiness-shapes.ts";
import type { LearnerState } from "./state.ts";

type Kept<T> = WeakMap<readonly Evidence[], { today: Day; value: T }>;
const known: Kept<Readiness> = new WeakMap();
const histories: Kept<ReadinessHistory> = new WeakMap();

/** Where the learner stands, computed anew only when an attempt or the day has changed. */
export const readinessOf = ({ curriculum }: Context, state: LearnerState): Readiness =>
  kept(known, state, () => {
    const { today, drills, evidence } = state;
    return readiness({ today, tracks: curriculum.tracks, drills: drills.values(), evidence });
  });

const weeks = 26;

/** What was held on a day of each of the last 26 weeks, by the evidence of that day. */
export const readinessHistoryOf = (
  { curriculum }: Context,
  state: LearnerState,
): ReadinessHistory =>
  kept(histories, state, () => {
    const { today, evidence } = state;
    const days = Array.from({ length: weeks }, (_, week) => addDays(today, 7 * (week + 1 - weeks)));
    return { days, levels: levelsOver({ today, tracks: curriculum.tracks, evidence }, days) };
  });

/** Evidence is the same array as long as no attempt has changed. */
function kept<T>(values: Kept<T>, { today, evidence }: LearnerState, make: () => T): T {
  const there = values.get(evidence);
  if (there?.today === today) return there.value;
  const value = make();
  values.set(evidence, { today, value });
  return value;
}
