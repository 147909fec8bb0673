import type { Json } from "@loopwright/core";

import type { SqlLease } from "./sql-threads.ts";

type Asked = { request: Json; reply: Json };

/** Made again, such a statement does something else than its answer said. */
const fickle =
  /\b(?:random|now\b|current_|(?:date|time|datetime|julianday|unixepoch|strftime)\s*\()/i;
const isFickle = (request: Json) => fickle.test(JSON.stringify(request));

/** More is not worth sending with every case. */
const askedMax = 100;

/**
 * What a program asks of the database before its first step is the same in every case. It is written down in the
 * first one; later cases get the answers ahead, with the database as it was then, and ask nothing.
 */
export function openingOf(sql: SqlLease) {
  /** Between a reset and the end of the opening; null also where something else than the database was asked. */
  let recording: Asked[] | null = null;
  let kept: Asked[] | null = null;

  return {
    /** An empty database, or the kept one; then what was asked until there. */
    begin: async (): Promise<Json> => {
      recording = null;
      if (kept !== null && kept.length > 0 && (await sql.restore())) return { ahead: kept };
      await sql.reset();
      // What differed once is not written down again.
      recording = kept === null ? [] : null;
      return {};
    },
    note: (asked: Asked) => {
      if (isFickle(asked.request)) recording = null;
      if (recording !== null && recording.push(asked) > askedMax) recording = null;
    },
    /** Something was asked that no database can put back. */
    spoil: () => {
      recording = null;
    },
    end: async (): Promise<Json> => {
      const [seen] = [recording, (recording = null)];
      if (kept === null && seen !== null && seen.length > 0 && (await sql.keep())) kept = seen;
      return {};
    },
    /** The program went another way after `count` of the answers that it got ahead; later ones get these alone. */
    rewind: async (count: number): Promise<Json> => {
      kept = (kept ?? []).slice(0, count);
      await sql.reset();
      for (const { request } of kept) await sql.query(request);
      if (!(await sql.keep())) kept = [];
      return {};
    },
  };
}
