import { and, eq, getTableColumns, inArray, like, ne, not, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import type { Database } from "../connection.ts";
import { sampleId } from "../learners.ts";
import { onlyOf } from "../sample-learner.ts";
import {
  actions,
  attempts,
  documents,
  documentVersions,
  drillVersions,
  learners,
  settings,
} from "../schema.ts";

/**
 * Which rows of a table are the learner's own: all but those of the sample learner, and no secrets. Throws for
 * a table of which nobody said whose its rows are.
 */
export function ownRows(db: Database, table: PgTable): SQL {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  if (table === learners) return ne(learners.id, sampleId);
  if (table === drillVersions) return not(onlyOf(db, sampleId));
  if (table === actions) return notOf(actions.attemptId, idsOf(db, attempts));
  if (table === documentVersions) return notOf(documentVersions.documentId, idsOf(db, documents));
  const { learnerId } = columns;
  if (!learnerId) throw new Error("A table of the archive must say whose its rows are.");
  const own = ne(learnerId, sampleId);
  return table === settings ? and(own, not(isSecret))! : own;
}

/** The key of a language model, and what else never leaves this machine. */
export const isSecret = like(settings.key, "secret.%");

/** What the product noted by itself, from what else is there: it follows from that again. */
export const isMade = like(settings.key, "made.%");

type Owned = typeof attempts | typeof documents;

const idsOf = (db: Database, table: Owned) =>
  db
    .select({ id: table.id })
    .from(table as typeof attempts)
    .where(eq(table.learnerId, sampleId));

const notOf = (column: PgColumn, ids: ReturnType<typeof idsOf>): SQL => not(inArray(column, ids));
