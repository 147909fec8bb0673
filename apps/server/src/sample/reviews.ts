import { randomFrom, type Rating } from "@loopwright/core";
import { next, recallChance, type Memory } from "@loopwright/core/schedule";
import type { SampleLearner } from "@loopwright/store";

type Kept = { memory: Memory | null; dueMs: number };
type Review = SampleLearner["reviews"][number];

export type Reviewing = {
  cardIds: readonly string[];
  seed: string;
  /** When reviewing begins on each day, oldest first, in milliseconds since 1970. */
  days: readonly number[];
  interviewOn: string;
  offsetMinutes: number;
};

/** About so many in all, and so many new cards on a day. */
const reviewsWanted = 150;
const newADay = 4;
const secondsEach = 14;

/**
 * Reviews as the product would have asked for them: new cards each day, and what was due, rated as likely as the
 * schedule says that it is recalled. The same for the same cards, days and seed.
 */
export function reviewsOf({ cardIds, seed, days, ...when }: Reviewing): Review[] {
  const random = randomFrom(seed);
  const order = cardIds
    .map((id) => ({ id, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id);
  const cards = new Map<string, Kept>();
  const made: Review[] = [];
  for (const day of days) {
    const fresh = order.slice(cards.size, cards.size + newADay);
    for (const id of fresh) cards.set(id, { memory: null, dueMs: day });
    let now = day;
    // Learning comes back within minutes, so a card may have several turns on a day.
    for (let turn = 0; turn < 3; turn += 1) {
      const due = [...cards].filter(([, { dueMs }]) => dueMs <= now + 20 * 60_000);
      for (const [id, { memory }] of due) {
        if (made.length >= reviewsWanted) return made;
        const rating = ratingOf(memory, now, random());
        const tookMs = Math.round((0.5 + random()) * secondsEach * 1000);
        const { memory: after, due: dueAt } = next(memory, rating, { now, ...when });
        const at = new Date(now).toISOString();
        made.push({
          review: { id: `${seed} ${made.length}`, learnerId: "", cardId: id, rating, at, tookMs },
          next: { state: after, due: dueAt },
        });
        cards.set(id, { memory: after, dueMs: Date.parse(dueAt) });
        now += secondsEach * 1000;
      }
      now += 6 * 60_000;
    }
  }
  return made;
}

function ratingOf(memory: Memory | null, now: number, luck: number): Rating {
  if (memory === null) return luck < 0.35 ? 1 : luck < 0.55 ? 2 : luck < 0.92 ? 3 : 4;
  const chance = recallChance(memory, now);
  if (luck > chance) return 1;
  return luck < chance * 0.15 ? 2 : luck < chance * 0.9 ? 3 : 4;
}
