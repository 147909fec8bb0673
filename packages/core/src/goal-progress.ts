import type { DrillMeta } from "./drill.ts";
import type { Goal } from "./track.ts";

/** A finished attempt as goals see it. */
export type ProvingAttempt = {
  id: string;
  drill: Pick<DrillMeta, "id" | "kind" | "level" | "concepts">;
  counts: boolean;
  drawn: boolean;
  timedMs: number;
  endedAt: string;
};

export type GoalProgress = { proven: boolean; status: string; evidence: string[] };

const minuteMs = 60_000;

/**
 * How far attempts prove a goal: enough different drills of its kind and levels, inside the minutes,
 * at least one of the highest level. With a `draw`, only what the product drew counts.
 */
export function goalProgress(goal: Goal, attempts: readonly ProvingAttempt[]): GoalProgress {
  const fitting = attempts
    .filter((one) => one.drill.kind === goal.kind && goal.levels.includes(one.drill.level))
    .toSorted((a, b) => (a.endedAt < b.endedAt ? 1 : -1));
  if (goal.draw) return drawProgress(goal, goal.draw, fitting);
  const proving = fitting.filter((one) => one.counts && inside(goal, one));
  const drills = new Set(proving.map(({ drill }) => drill.id));
  const top = Math.max(...goal.levels);
  const hasTop = proving.some(({ drill }) => drill.level === top);
  const enough = drills.size >= goal.distinctDrills;
  const count = `${Math.min(drills.size, goal.distinctDrills)} of ${goal.distinctDrills} drills`;
  return {
    proven: enough && hasTop,
    status: hasTop || drills.size === 0 ? count : `${count}; one at level ${top} to go`,
    evidence: proving.map(({ id }) => id),
  };
}

function drawProgress(
  goal: Goal,
  draw: NonNullable<Goal["draw"]>,
  attempts: readonly ProvingAttempt[],
): GoalProgress {
  const drawn = attempts.filter((one) => one.drawn).slice(0, draw.last);
  const passed = drawn.filter((one) => one.counts && inside(goal, one));
  const prefix = `${draw.spread.concept}-`;
  const spread = new Set(
    passed.flatMap(({ drill }) => drill.concepts.filter((name) => name.startsWith(prefix))),
  );
  const wide = spread.size >= draw.spread.atLeast;
  return {
    proven: passed.length >= draw.passed && wide,
    status: `${passed.length} of the last ${draw.last} drawn, over ${spread.size} of ${draw.spread.atLeast}`,
    evidence: passed.map(({ id }) => id),
  };
}

const inside = ({ minutes }: Goal, { timedMs }: ProvingAttempt): boolean =>
  timedMs <= minutes.max * minuteMs && timedMs >= (minutes.min ?? 0) * minuteMs;
