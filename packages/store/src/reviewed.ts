import { and, eq, gte, like, sql } from "drizzle-orm";

import type { Database } from "./connection.ts";
import { reviews } from "./schema.ts";

/** A quarter of an hour in which cards were reviewed, by when it began. */
export type ReviewedQuarter = { at: string; count: number };

/**
 * How many cards were reviewed since, by quarters of an hour: the finest step by which time zones differ, so
 * that whoever asks can add them up to days of their own.
 */
export async function readReviewedQuarters(
  db: Database,
  { learnerId, since }: { learnerId: string; since: string },
): Promise<ReviewedQuarter[]> {
  const quarter = sql<string>`to_char(
    date_bin('15 minutes', ${reviews.at}, timestamptz '2000-01-01T00:00:00Z') at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  return db
    .select({ at: quarter, count: sql<number>`count(*)::int` })
    .from(reviews)
    .where(and(eq(reviews.learnerId, learnerId), gte(reviews.at, since)))
    .groupBy(quarter);
}

/** The first and the last review of a card on a day of UTC. */
export type CardDay = { cardId: string; first: string; last: string };

/** On which days cards were reviewed whose ids begin like that. */
export async function readCardDays(
  db: Database,
  { learnerId, prefix }: { learnerId: string; prefix: string },
): Promise<CardDay[]> {
  const iso = (at: typeof first) => sql<string>`to_char(
    ${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const first = sql`min(${reviews.at})`;
  const last = sql`max(${reviews.at})`;
  return db
    .select({ cardId: reviews.cardId, first: iso(first), last: iso(last) })
    .from(reviews)
    .where(
      and(
        eq(reviews.learnerId, learnerId),
        like(reviews.cardId, `${prefix.replaceAll(/[%_\\]/g, "\\$&")}%`),
      ),
    )
    .groupBy(reviews.cardId, sql`date_trunc('day', ${reviews.at} at time zone 'UTC')`);
}
