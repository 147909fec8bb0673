import { addDays, type Day, type ReviewedDay } from "@loopwright/core/learner";

import type { Context } from "../context.ts";
import { localDay } from "./local-day.ts";

/** Cards reviewed on each of the learner's days of the last `days`, at their own pace. */
export async function reviewedDays(
  { store, learnerId }: Context,
  { today, days, secondsEach }: { today: Day; days: number; secondsEach: number },
): Promise<ReviewedDay[]> {
  const since = `${addDays(today, -days)}T00:00:00Z`;
  const counts = new Map<Day, number>();
  for (const { at, count } of await store.cards.reviewedQuarters({ learnerId, since })) {
    const day = localDay(Date.parse(at));
    counts.set(day, (counts.get(day) ?? 0) + count);
  }
  return [...counts].map(([day, reviews]) => ({
    day,
    reviews,
    minutes: (reviews * secondsEach) / 60,
  }));
}
