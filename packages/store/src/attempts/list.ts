import { AppError, type Attempt } from "@loopwright/core";
import { and, desc, eq, isNull, sql } from "drizzle-orm";

import type { Database } from "../connection.ts";
import { parseStored } from "../failures.ts";
import { attempts } from "../schema.ts";
import { attemptOutline, type AttemptOutline } from "./outline.ts";

export type AttemptQuery = {
  learnerId: string;
  drillId?: string;
  /** Those embedded in that session; null: those that are embedded in none. */
  parentId?: string | null;
  conditions?: Attempt["conditions"];
  state?: Attempt["state"];
  limit: number;
  /** Where the page before ended: its `next`. */
  before?: AttemptCursor;
};

export type AttemptCursor = { startedAt: string; id: string };

export type AttemptPage = {
  attempts: (AttemptOutline & { revision: number })[];
  /** Rows that do not have an attempt's shape. */
  broken: { id: string; message: string }[];
  /** Where the next page begins; null at the end. */
  next: AttemptCursor | null;
};

export async function listAttempts(db: Database, query: AttemptQuery): Promise<AttemptPage> {
  const { id, startedAt, outline, revision } = attempts;
  const rows = await db
    .select({ id, startedAt, outline, revision })
    .from(attempts)
    .where(conditionsOf(query))
    .orderBy(desc(startedAt), desc(id))
    .limit(query.limit);
  const page: AttemptPage = { attempts: [], broken: [], next: cursorOf(rows, query.limit) };
  for (const row of rows) {
    try {
      const what = { what: "attempt", id: row.id };
      const attempt = parseStored(attemptOutline, row.outline, what);
      page.attempts.push({ ...attempt, revision: row.revision });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      page.broken.push({ id: row.id, message: error.message });
    }
  }
  return page;
}

function conditionsOf(query: AttemptQuery) {
  const { learnerId, drillId, parentId, conditions, state, before } = query;
  return and(
    eq(attempts.learnerId, learnerId),
    drillId === undefined ? undefined : eq(attempts.drillId, drillId),
    parentId === undefined ? undefined : isEmbeddedIn(parentId),
    conditions && eq(attempts.conditions, conditions),
    state && isInState(state),
    before &&
      sql`(${attempts.startedAt}, ${attempts.id}) < (${before.startedAt}::timestamptz, ${before.id})`,
  );
}

const isEmbeddedIn = (parentId: string | null) =>
  parentId === null ? isNull(attempts.parentId) : eq(attempts.parentId, parentId);

/** "open" as text, not as a value: the index of open attempts only serves a condition that says so. */
const isInState = (state: Attempt["state"]) =>
  state === "open" ? sql`${attempts.state} = 'open'` : eq(attempts.state, state);

function cursorOf(rows: readonly AttemptCursor[], limit: number): AttemptCursor | null {
  const last = rows.at(-1);
  if (!last || rows.length < limit) return null;
  return { startedAt: last.startedAt, id: last.id };
}
