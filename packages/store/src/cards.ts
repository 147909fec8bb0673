import type { Json, KeptCard, NewReview } from "@loopwright/core";
import type { Suspension } from "@loopwright/core/schedule";
import { and, asc, eq } from "drizzle-orm";

import { addCards, readCards, removeCard } from "./cards-kept.ts";
import {
  addReview,
  readMedianMs,
  readReviews,
  undoReview,
  type Scheduled,
} from "./cards-reviews.ts";
import { asJson } from "./columns.ts";
import type { Database } from "./connection.ts";
import { asking } from "./failures.ts";
import { readCardDays, readReviewedQuarters } from "./reviewed.ts";
import { cardStates } from "./schema.ts";

/**
 * Where a card stands in its schedule. What `state` holds is up to the scheduler; null where the card was
 * suspended before its first review.
 */
export type CardState = { cardId: string; state: Json; due: string; suspended: Suspension };

export const cardRepository = (db: Database) => ({
  /** Every card that was reviewed or suspended, the soonest due first. */
  states: (learnerId: string) => asking(() => readStates(db, learnerId)),

  /** Null where the card was neither reviewed nor suspended. */
  state: (learnerId: string, cardId: string) =>
    asking(async () => (await readStates(db, learnerId, cardId))[0] ?? null),

  /**
   * Records a review together with the state that follows from it. Says whether it was new: a review
   * that was sent twice counts once. Throws `conflict` where the card was reviewed since `next.readDue`.
   */
  addReview: (review: NewReview, next: Scheduled) => asking(() => addReview(db, review, next)),

  /** Takes the newest review of a card back, and gives the card's id. Throws `not-found`, `conflict`. */
  undoReview: (learnerId: string, id: string) => asking(() => undoReview(db, learnerId, id)),

  /** Asks a card no more, or again. `at`: when it is due where it was never reviewed. */
  suspend: (given: Suspending) => asking(() => suspend(db, given)),

  reviewedQuarters: (query: Parameters<typeof readReviewedQuarters>[1]) =>
    asking(() => readReviewedQuarters(db, query)),

  cardDays: (query: Parameters<typeof readCardDays>[1]) => asking(() => readCardDays(db, query)),

  /** Newest first. */
  reviews: (query: Parameters<typeof readReviews>[1]) => asking(() => readReviews(db, query)),

  /** How long a review takes, in the middle of the newest that were measured; null where none was. */
  medianMs: (learnerId: string) => asking(() => readMedianMs(db, learnerId)),

  /** Adds cards of a learner; what is there already stays as it is. Gives how many were new. */
  add: (learnerId: string, cards: readonly KeptCard[]) =>
    asking(() => addCards(db, learnerId, cards)),

  /** The cards that belong to the learner, oldest first. */
  kept: (learnerId: string) => asking(() => readCards(db, learnerId)),

  /** Deletes a card of the learner with its schedule; its reviews stay counted. Says whether there was one. */
  remove: (learnerId: string, id: string) => asking(() => removeCard(db, learnerId, id)),
});

async function readStates(db: Database, learnerId: string, cardId?: string): Promise<CardState[]> {
  const { state, due, suspended } = cardStates;
  const rows = await db
    .select({ cardId: cardStates.cardId, state, due, suspended })
    .from(cardStates)
    .where(
      and(
        eq(cardStates.learnerId, learnerId),
        cardId === undefined ? undefined : eq(cardStates.cardId, cardId),
      ),
    )
    .orderBy(asc(cardStates.due), asc(cardStates.cardId));
  return rows as CardState[];
}

type Suspending = { learnerId: string; cardId: string; suspended: Suspension; at: string };

async function suspend(db: Database, { at, suspended, ...card }: Suspending): Promise<void> {
  await db
    .insert(cardStates)
    .values({ ...card, suspended, state: asJson(null), due: at })
    .onConflictDoUpdate({ target: [cardStates.learnerId, cardStates.cardId], set: { suspended } });
}
