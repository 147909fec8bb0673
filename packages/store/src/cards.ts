import { review as reviewSchema, type Json, type Review } from "@loopwright/core";
import { and, asc, desc, eq, lte } from "drizzle-orm";

import { asJson } from "./columns.ts";
import type { Database } from "./connection.ts";
import { asking, parseGiven, parseStored } from "./failures.ts";
import { readReviewedQuarters } from "./reviewed.ts";
import { cardStates, reviews } from "./schema.ts";

/** Where a card stands in its schedule. What `state` holds is up to the scheduler. */
export type CardState = { cardId: string; state: Json; due: string };

type Reviews = { learnerId: string; cardId?: string; limit: number };

export const cardRepository = (db: Database) => ({
  /** Every card that was reviewed at least once, the soonest due first. */
  states: (learnerId: string) =>
    asking(() => readStates(db, { learnerId, until: undefined, limit: undefined })),

  /** The cards that are due at `until`, the longest due first. */
  due: (query: { learnerId: string; until: string; limit: number }) =>
    asking(() => readStates(db, query)),

  /**
   * Records a review together with the state that follows from it. Says whether it was new: a review
   * that was sent twice counts once.
   */
  addReview: (review: Review, next: { state: Json; due: string }) =>
    asking(() => addReview(db, review, next)),

  reviewedQuarters: (query: Parameters<typeof readReviewedQuarters>[1]) =>
    asking(() => readReviewedQuarters(db, query)),

  /** Newest first. */
  reviews: (query: Reviews) => asking(() => readReviews(db, query)),
});

type States = { learnerId: string; until: string | undefined; limit: number | undefined };

async function readStates(db: Database, { learnerId, until, limit }: States): Promise<CardState[]> {
  const query = db
    .select({ cardId: cardStates.cardId, state: cardStates.state, due: cardStates.due })
    .from(cardStates)
    .where(
      and(
        eq(cardStates.learnerId, learnerId),
        until === undefined ? undefined : lte(cardStates.due, until),
      ),
    )
    .orderBy(asc(cardStates.due), asc(cardStates.cardId));
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows as CardState[];
}

async function addReview(
  db: Database,
  given: Review,
  { state, due }: { state: Json; due: string },
): Promise<boolean> {
  const { id, learnerId, cardId, rating, at } = parseGiven(reviewSchema, given, "review");
  return db.transaction(async (tx) => {
    const added = await tx
      .insert(reviews)
      .values({ id, learnerId, cardId, rating, at })
      .onConflictDoNothing()
      .returning({ id: reviews.id });
    if (added.length === 0) return false;
    const next = { state: asJson(state), due };
    await tx
      .insert(cardStates)
      .values({ learnerId, cardId, ...next })
      .onConflictDoUpdate({ target: [cardStates.learnerId, cardStates.cardId], set: next });
    return true;
  });
}

async function readReviews(db: Database, { learnerId, cardId, limit }: Reviews): Promise<Review[]> {
  const rows = await db
    .select()
    .from(reviews)
    .where(
      and(
        eq(reviews.learnerId, learnerId),
        cardId === undefined ? undefined : eq(reviews.cardId, cardId),
      ),
    )
    .orderBy(desc(reviews.at), desc(reviews.id))
    .limit(limit);
  return rows.map((row) => parseStored(reviewSchema, row, { what: "review", id: row.id }));
}
