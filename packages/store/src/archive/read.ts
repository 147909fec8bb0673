import { createHash, type Hash } from "node:crypto";
import type { Readable } from "node:stream";

import { AppError, attempt as attemptShape, isShallow, type Json } from "@loopwright/core";
import { and, eq, not, sql } from "drizzle-orm";
import type { z } from "zod";

import { asJson } from "../columns.ts";
import type { Database } from "../connection.ts";
import { addLocalLearner, localId } from "../learners.ts";
import { drillVersions, learners, settings, type attempts } from "../schema.ts";
import { linesOf, type ArchiveLimits } from "./lines.ts";
import { isMade, isSecret, ownRows } from "./own.ts";
import {
  archiveFormat,
  ending,
  entry,
  header,
  refused,
  tooNew,
  type ArchiveContents,
  type Rows,
} from "./shape.ts";
import { archived, jsonColumnsOf, type ArchivedTable } from "./tables.ts";

export type Import = {
  from: Readable;
  /** Whether what is there gives way; otherwise a store that holds anything refuses. */
  replace: boolean;
  limits: ArchiveLimits;
};

/**
 * Puts the rows of an archive into the store, all of them or none. Secrets of this store stay. Throws `conflict`
 * where something is there and `replace` is not said, and `invalid-input`, with the line, for an archive that is
 * broken, incomplete, altered or newer.
 */
export function readArchive(db: Database, { from, replace, limits }: Import): Promise<Rows> {
  return db.transaction(async (tx) => {
    if (!replace && (await holdsAnything(tx))) throw somethingThere();
    const secrets = await tx
      .select()
      .from(settings)
      .where(and(isSecret, eq(settings.learnerId, localId)));
    await tx.delete(learners);
    await tx.delete(drillVersions);
    const { rows } = await readLines(linesOf(from, limits), (table, batch) =>
      insert(tx, table, batch),
    );
    await addLocalLearner(tx);
    for (const { value, ...one } of secrets)
      await tx
        .insert(settings)
        .values({ ...one, value: asJson(value) })
        .onConflictDoNothing();
    return rows;
  });
}

/**
 * What an archive holds, read to its end and checked as for an import, but for what only the database can tell:
 * that rows refer to each other. Throws `invalid-input` as an import does.
 */
export const inspectArchive = (from: Readable, limits: ArchiveLimits): Promise<ArchiveContents> =>
  readLines(linesOf(from, limits), async () => undefined);

/** There by themselves; what else there is, somebody did. */
const given = new Set(["learners", "drillVersions"]);

/** Whether the learner did anything that an import would take the place of. */
export async function holdsAnything(db: Database): Promise<boolean> {
  for (const { name, table } of archived) {
    if (given.has(name)) continue;
    const own = ownRows(db, table);
    const [found] = await db
      .select({ one: sql`1` })
      .from(table as typeof attempts)
      .where(table === settings ? and(own, not(isMade)) : own)
      .limit(1);
    if (found) return true;
  }
  return false;
}

const somethingThere = (): AppError =>
  new AppError("conflict", {
    message: "There is data here already, and importing would take its place.",
    next: "Make a backup (`npx loopwright backup`) and import with --replace, or choose another data folder.",
  });

type Lines = AsyncIterable<Buffer>;
/** Takes rows of one table, in the order of the archive. */
type Take = (table: ArchivedTable, rows: Row[]) => Promise<void>;
type Row = Record<string, Json>;

async function readLines(lines: Lines, take: Take): Promise<ArchiveContents> {
  const reader = new LineReader(take);
  for await (const line of lines) await reader.take(line);
  return reader.finish();
}

const tables = new Map(archived.map((one) => [one.name, one]));
/** Rows, and bytes of their lines, that go into the database at once. */
const batchMax = { rows: 50, bytes: 8_000_000 };

/** Takes an archive line by line, in the order in which it has to be written. */
class LineReader {
  readonly #take: Take;
  readonly #hash: Hash = createHash("sha256");
  readonly #rows: Rows = Object.fromEntries(archived.map(({ name }) => [name, 0]));
  #line = 0;
  #header: z.infer<typeof header> | null = null;
  #ended = false;
  #batch: { table: ArchivedTable; rows: Row[]; bytes: number } | null = null;

  constructor(take: Take) {
    this.#take = take;
  }

  async take(line: Buffer): Promise<void> {
    this.#line += 1;
    if (this.#ended) throw refused("Something follows the end of the archive.", this.#line);
    const value = this.#parse(line);
    if (this.#line === 1) this.#header = readHeader(value);
    else if (typeof value === "object" && value !== null && "end" in value) await this.#end(value);
    else await this.#add(this.#shaped(entry, value), line.length);
    if (!this.#ended) this.#hash.update(line).update("\n");
  }

  finish(): ArchiveContents {
    if (!this.#ended || !this.#header)
      throw refused("The archive breaks off: its last line is missing.");
    const { format, madeAt } = this.#header;
    return { format, madeAt, rows: this.#rows };
  }

  #parse(line: Buffer): Json {
    let value: Json;
    try {
      value = JSON.parse(line.toString("utf8")) as Json;
    } catch {
      throw this.#line === 1 ? noArchive() : refused("This is no JSON.", this.#line);
    }
    // What comes after recurses.
    if (!isShallow(value)) throw refused("This is nested too deeply.", this.#line);
    return value;
  }

  #shaped<S extends z.ZodType>(shape: S, value: unknown): z.infer<S> {
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw refused(`${issue!.path.join(".")}: ${issue!.message}.`, this.#line);
  }

  async #add({ table: name, row }: z.infer<typeof entry>, bytes: number): Promise<void> {
    const table = tables.get(name);
    if (!table) throw refused(`There is no table “${name}”.`, this.#line);
    this.#shaped(table.row, row);
    // An attempt that could not be read again would be found only when it is opened.
    if (name === "attempts")
      this.#shaped(attemptShape, { ...(row["body"] as object), actions: [] });
    const held = this.#batch;
    const full = held && (held.rows.length >= batchMax.rows || held.bytes + bytes > batchMax.bytes);
    if (held && (full || held.table !== table)) await this.#flush();
    this.#batch ??= { table, rows: [], bytes: 0 };
    this.#batch.rows.push(row);
    this.#batch.bytes += bytes;
    this.#rows[name]! += 1;
  }

  async #flush(): Promise<void> {
    if (!this.#batch) return;
    const { table, rows } = this.#batch;
    this.#batch = null;
    try {
      await this.#take(table, rows);
    } catch (cause) {
      const message = `Rows of ${table.name} do not fit what is before them.`;
      throw Object.assign(refused(message, this.#line), { cause });
    }
  }

  async #end(value: Json): Promise<void> {
    await this.#flush();
    const { end } = this.#shaped(ending, value);
    if (end.sha256 !== this.#hash.digest("hex"))
      throw refused("The archive was altered: its checksum differs.", this.#line);
    this.#ended = true;
  }
}

async function insert(db: Database, { table }: ArchivedTable, rows: Row[]): Promise<void> {
  const columns = jsonColumnsOf(table);
  const values = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        columns.includes(name) ? asJson(value) : value,
      ]),
    ),
  );
  await db.insert(table as typeof attempts).values(values as never);
}

function readHeader(value: Json): z.infer<typeof header> {
  const parsed = header.safeParse(value);
  if (!parsed.success) throw noArchive();
  if (parsed.data.format > archiveFormat) throw tooNew(parsed.data.format);
  return parsed.data;
}

const noArchive = () => refused("The file is no archive of Loopwright.", 1);
