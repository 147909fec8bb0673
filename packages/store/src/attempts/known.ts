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

/** Outlines by id, null for a row that does not have an attempt's shape. */
export async function readOutlines(
  db: Database,
  learnerId: string,
  ids: readonly string[],
): Promise<Map<string, AttemptOutline | null>> {
  const found = new Map<string, AttemptOutline | null>();
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce);
    const rows = await db
      .select({ id: attempts.id, outline: attempts.outline })
      .from(attempts)
      .where(and(eq(attempts.learnerId, learnerId), inArray(attempts.id, some)));
    for (const row of rows) {
      const parsed = attemptOutline.safeParse(row.outline);
      found.set(row.id, parsed.success ? parsed.data : null);
    }
  }
  return found;
}
