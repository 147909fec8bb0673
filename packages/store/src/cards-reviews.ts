import {
  AppError,
  review as reviewSchema,
  type Json,
  type NewReview,
  type Review,
} from "@loopwright/core";
import type { Suspension } from "@loopwright/core/schedule";
import { and, desc, eq, gte, isNotNull, sql } from "drizzle-orm";

import { asJson } from "./columns.ts";
import type { Database } from "./connection.ts";
import { parseGiven, parseStored } from "./failures.ts";
import { cardStates, reviews } from "./schema.ts";

/** What a review leads to. */
export type Scheduled = {
  state: Json;
  due: string;
  suspended?: Suspension;
  /** The due date that the state follows from, null for a new card. Left out: whatever stands there. */
  readDue?: string | null;
};

/** A card before a review; `due` is null where it was new. */
type Before = { state: Json; due: string | null; suspended: Suspension };

export type KeptReview = Review & {
  /** Null where it is not known: such a review cannot be undone. */
  before: Before | null;
};

export async function addReview(
  db: Database,
  given: NewReview,
  { state, due, suspended = null, readDue }: Scheduled,
): Promise<boolean> {
  const review = parseGiven(reviewSchema, given, "review");
  const { learnerId, cardId } = review;
  return db.transaction(async (tx) => {
    const before = await standing(tx, learnerId, cardId);
    const added = await tx
      .insert(reviews)
      .values({ ...review, before: asJson(before) })
      .onConflictDoNothing()
      .returning({ id: reviews.id });
    if (added.length === 0) return false;
    if (readDue !== undefined && readDue !== before.due) throw reviewedMeanwhile(cardId);
    await put(tx, { learnerId, cardId }, { state, due, suspended });
    return true;
  });
}

export async function undoReview(db: Database, learnerId: string, id: string): Promise<string> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ cardId: reviews.cardId, before: reviews.before })
      .from(reviews)
      .where(and(eq(reviews.learnerId, learnerId), eq(reviews.id, id)));
    if (!found) throw noReview(id);
    const { cardId } = found;
    const before = found.before as Before | null;
    const [newest] = await readReviews(tx, { learnerId, cardId, limit: 1 });
    if (newest?.id !== id || before === null) throw notTheLast(id);
    await tx.delete(reviews).where(eq(reviews.id, id));
    const { due, ...rest } = before;
    if (due !== null) await put(tx, { learnerId, cardId }, { ...rest, due });
    else await tx.delete(cardStates).where(ofCard(learnerId, cardId));
    return cardId;
  });
}

type Reviews = { learnerId: string; cardId?: string; since?: string; limit?: number };

export async function readReviews(
  db: Database,
  { learnerId, cardId, since, limit }: Reviews,
): Promise<KeptReview[]> {
  const query = db
    .select()
    .from(reviews)
    .where(
      and(
        eq(reviews.learnerId, learnerId),
        cardId === undefined ? undefined : eq(reviews.cardId, cardId),
        since === undefined ? undefined : gte(reviews.at, since),
      ),
    )
    .orderBy(desc(reviews.at), desc(reviews.id));
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows.map(({ before, ...row }) => ({
    ...parseStored(reviewSchema, row, { what: "review", id: row.id }),
    before: before as Before | null,
  }));
}

/** So many reviews tell how long one takes; older ones were slower. */
const measured = 300;

export async function readMedianMs(db: Database, learnerId: string): Promise<number | null> {
  const newest = db
    .select({ tookMs: reviews.tookMs })
    .from(reviews)
    .where(and(eq(reviews.learnerId, learnerId), isNotNull(reviews.tookMs)))
    .orderBy(desc(reviews.at))
    .limit(measured)
    .as("newest");
  const middle = sql<number | null>`percentile_cont(0.5) within group (order by ${newest.tookMs})`;
  const [found] = await db.select({ middle }).from(newest);
  return found?.middle ?? null;
}

const ofCard = (learnerId: string, cardId: string) =>
  and(eq(cardStates.learnerId, learnerId), eq(cardStates.cardId, cardId));

/** Held until the review is written: two windows that review one card come one after the other. */
async function standing(db: Database, learnerId: string, cardId: string): Promise<Before> {
  const { state, due, suspended } = cardStates;
  const [found] = await db
    .select({ state, due, suspended })
    .from(cardStates)
    .where(ofCard(learnerId, cardId))
    .for("update");
  return (found as Before | undefined) ?? { state: null, due: null, suspended: null };
}

async function put(
  db: Database,
  card: { learnerId: string; cardId: string },
  { state, due, suspended }: { state: Json; due: string; suspended: Suspension },
): Promise<void> {
  const next = { state: asJson(state), due, suspended };
  await db
    .insert(cardStates)
    .values({ ...card, ...next })
    .onConflictDoUpdate({ target: [cardStates.learnerId, cardStates.cardId], set: next });
}

const reviewedMeanwhile = (where: string): AppError =>
  new AppError("conflict", {
    message: "This card was reviewed from another window in the meantime.",
    next: "Load the page again: the queue goes on from there.",
    where,
  });

const noReview = (where: string): AppError =>
  new AppError("not-found", {
    message: "There is no such review.",
    next: "It may have been undone already. Load the page again.",
    where,
  });

const notTheLast = (where: string): AppError =>
  new AppError("conflict", {
    message: "This review cannot be undone: the card was reviewed again after it.",
    next: "Review the card once more.",
    where,
  });
