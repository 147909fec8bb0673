import { daysBetween, type Day } from "@loopwright/core/learner";
import { memory, queueOf, type Queue, type Standing } from "@loopwright/core/schedule";

import type { Context } from "../context.ts";
import { deckOf } from "./cards-deck.ts";
import { localDay } from "./local-day.ts";
import type { LearnerState } from "./state.ts";

/** Where nobody has measured yet. */
const usualSeconds = 20;

/** Cards for now, those seen before and those not, within the limits of the day; and the learner's own pace. */
export async function cardCounts(
  context: Context,
  state: LearnerState,
): Promise<{ due: number; fresh: number; secondsEach: number }> {
  const [{ due, fresh }, medianMs] = await Promise.all([
    deckOf(context, state).then((deck) => queueNow(context, state, deck)),
    context.store.cards.medianMs(context.learnerId),
  ]);
  const secondsEach = medianMs === null ? usualSeconds : Math.max(1, Math.round(medianMs / 1000));
  return { due, fresh, secondsEach };
}

/** What is to be reviewed now, within what the day still allows. */
export async function queueNow<S extends Standing>(
  context: Context,
  { profile, today }: LearnerState,
  cards: readonly S[],
): Promise<Queue<S> & { done: Done }> {
  const done = await doneToday(context, today);
  const limits = { fresh: profile.newCardsPerDay, reviews: profile.reviewsPerDay };
  return { ...queueOf(cards, { now: context.now(), limits, done }), done };
}

/** Reviews of a day: first looks at a card, and reviews of cards that were learned before. */
type Done = {
  fresh: number;
  reviews: number;
  all: number;
  /** The newest, which can be undone. */
  last: { id: string; cardId: string } | null;
};

async function doneToday({ store, learnerId }: Context, today: Day): Promise<Done> {
  // Without a zone, a moment is read as one of this machine's clock.
  const since = new Date(`${today}T00:00:00`).toISOString();
  const reviews = await store.cards.reviews({ learnerId, since });
  const done: Done = { fresh: 0, reviews: 0, all: reviews.length, last: null };
  for (const { before } of reviews) {
    const known = memory.safeParse(before?.state ?? null);
    if (!known.success) done.fresh += 1;
    else if (known.data.phase === "review") done.reviews += 1;
  }
  const [last] = reviews;
  if (last) done.last = { id: last.id, cardId: last.cardId };
  return done;
}

/** How many days from today it is due; negative where it was due before. */
export const dueInDays = ({ today }: LearnerState, dueMs: number): number =>
  daysBetween(today, localDay(dueMs));
