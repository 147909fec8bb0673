import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { asc, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import type { Database } from "../connection.ts";
import type { settings } from "../schema.ts";
import { ownRows } from "./own.ts";
import { archiveFormat, type Rows } from "./shape.ts";
import { archived, type ArchivedTable } from "./tables.ts";

/** Rows that are held in memory at once; an attempt may have a megabyte. */
const pageRows = 50;

/**
 * Writes all that there is as gzip over JSON lines (see docs/archive.md), and ends the stream: one moment of the
 * database, whoever writes meanwhile. Secrets, such as the key of a language model, stay where they are, and so
 * does the sample learner.
 */
export async function writeArchive(db: Database, to: Writable): Promise<Rows> {
  const gzip = createGzip();
  const written = pipeline(gzip, to);
  // Awaited below; until then it may fail while a row is read.
  written.catch(() => undefined);
  try {
    const rows = await db.transaction((tx) => writeLines(tx, lineWriter(gzip)), {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
    gzip.end();
    await written;
    return rows;
  } catch (error) {
    gzip.destroy();
    throw error;
  }
}

type Write = {
  line: (value: object) => Promise<void>;
  /** The last line, with the checksum of all before it. */
  end: (rows: Rows) => Promise<void>;
};

/** Writes line by line, no faster than the stream takes them. */
function lineWriter(gzip: Writable): Write {
  const hash = createHash("sha256");
  const send = async (text: string) => {
    if (gzip.destroyed) throw new Error("the archive's stream was closed");
    if (!gzip.write(text)) await Promise.race([once(gzip, "drain"), once(gzip, "close")]);
  };
  return {
    line: async (value) => {
      const text = `${JSON.stringify(value)}\n`;
      hash.update(text);
      await send(text);
    },
    end: (rows) => send(`${JSON.stringify({ end: { rows, sha256: hash.digest("hex") } })}\n`),
  };
}

async function writeLines(db: Database, write: Write): Promise<Rows> {
  await write.line({
    archive: "loopwright",
    format: archiveFormat,
    madeAt: new Date().toISOString(),
  });
  const rows: Rows = {};
  for (const one of archived) {
    rows[one.name] = 0;
    for await (const row of rowsOf(db, one)) {
      await write.line({ table: one.name, row });
      rows[one.name]! += 1;
    }
  }
  await write.end(rows);
  return rows;
}

async function* rowsOf(db: Database, { table, order, parent }: ArchivedTable) {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const by = [
    ...(parent ? [sql`${columns[parent]} is not null`] : []),
    ...order.map((name) => asc(columns[name]!)),
  ];
  for (let offset = 0; ; offset += pageRows) {
    const page = await db
      .select()
      .from(table as typeof settings)
      .where(ownRows(db, table))
      .orderBy(...by)
      .limit(pageRows)
      .offset(offset);
    yield* page;
    if (page.length < pageRows) return;
  }
}

/** How many rows an archive would hold now. */
export async function countRows(db: Database): Promise<Rows> {
  const rows: Rows = {};
  for (const { name, table } of archived) {
    rows[name] = await db.$count(table, ownRows(db, table));
  }
  return rows;
}
