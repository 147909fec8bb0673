import { and, eq, inArray } from "drizzle-orm";

import type { Database } from "../connection.ts";
import { attempts } from "../schema.ts";
import { attemptOutline, type AttemptOutline } from "./outline.ts";

/** Of every attempt its id and revision: enough for whoever keeps outlines to tell which are new. */
export const readRevisions = (
  db: Database,
  learnerId: string,
): Promise<{ id: string; revision: number }[]> =>
  db
    .select({ id: attempts.id, revision: attempts.revision })
    .from(attempts)
    .where(eq(attempts.learnerId, learnerId));

/** Bound values of one query; PostgreSQL takes 65,535. */
const idsAtOnce = 1000;

/** `attempt` is null for a row that does not have an attempt's shape. */
export type KnownAttempt = { attempt: AttemptOutline | null; revision: number };

/** Outlines by id; ids of which there is no attempt are left out. */
export async function readOutlines(
  db: Database,
  learnerId: string,
  ids: readonly string[],
): Promise<Map<string, KnownAttempt>> {
  const found = new Map<string, KnownAttempt>();
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce);
    const rows = await db
      .select({ id: attempts.id, outline: attempts.outline, revision: attempts.revision })
      .from(attempts)
      .where(and(eq(attempts.learnerId, learnerId), inArray(attempts.id, some)));
    for (const row of rows) {
      const parsed = attemptOutline.safeParse(row.outline);
      const attempt = parsed.success ? parsed.data : null;
      found.set(row.id, { attempt, revision: row.revision });
    }
  }
  return found;
}
