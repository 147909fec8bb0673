import type { Memory, Suspension } from "./memory.ts";
import { recallChance } from "./next.ts";

/** A card as the queue sees it. */
export type Standing = {
  id: string;
  /** Null while it was never reviewed. */
  memory: Memory | null;
  /** Milliseconds since 1970; null while it was never reviewed. */
  dueMs: number | null;
  suspended: Suspension;
};

export type DayLimits = {
  now: number;
  /** Of the profile: how many of each there may be on a day. */
  limits: { fresh: number; reviews: number };
  /** How many of each were done today. */
  done: { fresh: number; reviews: number };
};

export type Queue<S extends Standing = Standing> = {
  order: S[];
  /** Of `order`: those that were seen before. */
  due: number;
  /** Of `order`: those that were not. */
  fresh: number;
};

/** A card that comes back in minutes is shown early where nothing else is left. */
const aheadMs = 20 * 60_000;

/**
 * What is to be reviewed now: first what is being learned, then what is due, the most endangered first, then what
 * is new, in the order given. Learning is never cut short by a limit: it was begun.
 */
export function queueOf<S extends Standing>(
  cards: readonly S[],
  { now, limits, done }: DayLimits,
): Queue<S> {
  const active = cards.filter(({ suspended }) => suspended === null);
  const left = (kind: "fresh" | "reviews") => Math.max(0, limits[kind] - done[kind]);
  const steps = active
    .filter(
      (one) => one.memory !== null && one.memory.phase !== "review" && dueBy(one, now + aheadMs),
    )
    .toSorted((a, b) => (a.dueMs ?? 0) - (b.dueMs ?? 0));
  const due = active
    .filter((one) => one.memory?.phase === "review" && dueBy(one, now))
    .map((one) => ({ one, chance: one.memory ? recallChance(one.memory, now) : 0 }))
    .toSorted((a, b) => a.chance - b.chance)
    .slice(0, left("reviews"))
    .map(({ one }) => one);
  const fresh = active.filter(({ memory }) => memory === null).slice(0, left("fresh"));
  const first = steps.filter((one) => dueBy(one, now));
  const ahead = steps.filter((one) => !dueBy(one, now));
  const order = [...first, ...due, ...fresh, ...ahead];
  return { order, due: steps.length + due.length, fresh: fresh.length };
}

const dueBy = ({ dueMs }: Standing, ms: number): boolean => dueMs !== null && dueMs <= ms;
