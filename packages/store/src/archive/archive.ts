import type { Readable, Writable } from "node:stream";

import type { Database } from "../connection.ts";
import { asking } from "../failures.ts";
import { archiveLimits } from "./lines.ts";
import { readArchive } from "./read.ts";
import { writeArchive } from "./write.ts";

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
});
