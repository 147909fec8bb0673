import { and, eq, gte, sql } from "drizzle-orm";

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
