import type { Readable, Writable } from "node:stream";

import { sql } from "drizzle-orm";

import type { Database } from "../connection.ts";
import { asking } from "../failures.ts";
import { addLocalLearner } from "../learners.ts";
import { drillVersions, learners } from "../schema.ts";
import { archiveLimits } from "./lines.ts";
import { holdsAnything, inspectArchive, readArchive } from "./read.ts";
import { countRows, writeArchive } from "./write.ts";

/** Everything that the store holds, as one file: docs/archive.md describes it. */
export const archiveRepository = (db: Database) => ({
  /** Writes the archive and ends the stream. Gives how many rows of each table were written. */
  write: (to: Writable) => asking(() => writeArchive(db, to)),

  /**
   * Takes an archive in, all of it or nothing. Throws `conflict` where something is there and `replace` is not
   * said, and `invalid-input` for what is broken, incomplete, altered or newer.
   */
  read: (from: Readable, { replace }: { replace: boolean }) =>
    asking(() => readArchive(db, { from, replace, limits: archiveLimits })),

  /** What an archive holds, checked to its end and taken in nowhere. Throws `invalid-input` as `read` does. */
  inspect: (from: Readable) => asking(() => inspectArchive(from, archiveLimits)),

  /** Whether there is anything that an import would take the place of. */
  holdsAnything: () => asking(() => holdsAnything(db)),

  /** How many rows of each table an archive would hold now. */
  count: () => asking(() => countRows(db)),

  /** Bytes that a PostgreSQL server uses for the database; the embedded one is files of the data folder. */
  serverBytes: () =>
    asking(async () => {
      const size = sql<string>`pg_database_size(current_database())`;
      const [found] = await db.select({ size }).from(learners).limit(1);
      return Number(found?.size ?? 0);
    }),

  /** Removes every row, secrets and the sample learner too, as before the first start. */
  erase: () => asking(() => erase(db)),
});

async function erase(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    // Every other table refers to these.
    await tx.execute(sql`truncate ${learners}, ${drillVersions} cascade`);
    await addLocalLearner(tx);
  });
  // Files of what was truncated go with a checkpoint; a user that may not ask for one waits for the next.
  await db.execute(sql`checkpoint`).catch(() => undefined);
}
