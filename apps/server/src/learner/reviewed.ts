import { addDays, type Day, type ReviewedDay } from "@loopwright/core/learner";

import type { Context } from "../context.ts";
import { keptFor } from "./forget.ts";
import { localDay } from "./local-day.ts";

type Kept = { mark: number; today: Day; days: number; counts: ReadonlyMap<Day, number> };

/** By learner: counted again only after a card has changed, or on another day. */
const keeper = { make: () => new Map<string, Kept>() };

/** Cards reviewed on each of the learner's days of the last `days`, at their own pace. */
export async function reviewedDays(
  context: Context,
  { today, days, secondsEach }: { today: Day; days: number; secondsEach: number },
): Promise<ReviewedDay[]> {
  const counts = await countsOf(context, { today, days });
  return [...counts].map(([day, reviews]) => ({
    day,
    reviews,
    minutes: (reviews * secondsEach) / 60,
  }));
}

async function countsOf(
  { store, learnerId }: Context,
  { today, days }: { today: Day; days: number },
): Promise<ReadonlyMap<Day, number>> {
  const byLearner = keptFor(store, keeper);
  const before = byLearner.get(learnerId);
  const mark = store.changes.mark();
  const unchanged = before && store.changes.since(before.mark, "cards")?.size === 0;
  if (unchanged && before.today === today && before.days === days) return before.counts;
  const since = `${addDays(today, -days)}T00:00:00Z`;
  const counts = new Map<Day, number>();
  for (const { at, count } of await store.cards.reviewedQuarters({ learnerId, since })) {
    const day = localDay(Date.parse(at));
    counts.set(day, (counts.get(day) ?? 0) + count);
  }
  byLearner.set(learnerId, { mark, today, days, counts });
  return counts;
}
