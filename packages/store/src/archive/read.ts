import { createHash, type Hash } from "node:crypto";
import type { Readable } from "node:stream";

import { AppError, attempt as attemptShape, type Json } from "@loopwright/core";
import { like, not, sql } from "drizzle-orm";
import type { z } from "zod";

import { asJson } from "../columns.ts";
import type { Database } from "../connection.ts";
import { addLocalLearner } from "../learners.ts";
import {
  attempts,
  cardStates,
  documents,
  drillVersions,
  learners,
  reviews,
  settings,
} from "../schema.ts";
import { linesOf, type ArchiveLimits } from "./lines.ts";
import { archiveFormat, ending, entry, header, refused, tooNew, type Rows } from "./shape.ts";
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
    const secrets = await tx.select().from(settings).where(isSecret);
    await tx.delete(learners);
    await tx.delete(drillVersions);
    const rows = await readLines(tx, linesOf(from, limits));
    await addLocalLearner(tx);
    for (const { value, ...one } of secrets)
      await tx
        .insert(settings)
        .values({ ...one, value: asJson(value) })
        .onConflictDoNothing();
    return rows;
  });
}

const isSecret = like(settings.key, "secret.%");

/** Anything that somebody did: the local learner and drill versions are there by themselves. */
async function holdsAnything(db: Database): Promise<boolean> {
  const asked = [attempts, documents, cardStates, reviews].map((table) =>
    db
      .select({ one: sql`1` })
      .from(table)
      .limit(1),
  );
  const own = db
    .select({ one: sql`1` })
    .from(settings)
    .where(not(isSecret))
    .limit(1);
  for (const query of [...asked, own]) if ((await query).length > 0) return true;
  return false;
}

const somethingThere = (): AppError =>
  new AppError("conflict", {
    message: "There is data here already, and importing would take its place.",
    next: "Make a backup (`npx loopwright backup`) and import with --replace, or choose another data folder.",
  });

type Lines = AsyncIterable<Buffer>;

async function readLines(db: Database, lines: Lines): Promise<Rows> {
  const reader = new LineReader(db);
  for await (const line of lines) await reader.take(line);
  return reader.finish();
}

const tables = new Map(archived.map((one) => [one.name, one]));
/** Rows that go into the database at once. */
const batchRows = 50;

/** Takes an archive line by line, in the order in which it has to be written. */
class LineReader {
  readonly #db: Database;
  readonly #hash: Hash = createHash("sha256");
  readonly #rows: Rows = Object.fromEntries(archived.map(({ name }) => [name, 0]));
  #line = 0;
  #ended = false;
  #batch: { table: ArchivedTable; rows: Record<string, Json>[] } | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  async take(line: Buffer): Promise<void> {
    this.#line += 1;
    if (this.#ended) throw refused("Something follows the end of the archive.", this.#line);
    const value = this.#parse(line);
    if (this.#line === 1) checkHeader(value);
    else if (typeof value === "object" && value !== null && "end" in value) await this.#end(value);
    else await this.#add(this.#shaped(entry, value));
    if (!this.#ended) this.#hash.update(line).update("\n");
  }

  finish(): Rows {
    if (!this.#ended) throw refused("The archive breaks off: its last line is missing.");
    return this.#rows;
  }

  #parse(line: Buffer): Json {
    try {
      return JSON.parse(line.toString("utf8")) as Json;
    } catch {
      throw this.#line === 1 ? noArchive() : refused("This is no JSON.", this.#line);
    }
  }

  #shaped<S extends z.ZodType>(shape: S, value: unknown): z.infer<S> {
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw refused(`${issue!.path.join(".")}: ${issue!.message}.`, this.#line);
  }

  async #add({ table: name, row }: z.infer<typeof entry>): Promise<void> {
    const table = tables.get(name);
    if (!table) throw refused(`There is no table “${name}”.`, this.#line);
    this.#shaped(table.row, row);
    // An attempt that could not be read again would be found only when it is opened.
    if (name === "attempts")
      this.#shaped(attemptShape, { ...(row["body"] as object), actions: [] });
    if (this.#batch && (this.#batch.table !== table || this.#batch.rows.length >= batchRows))
      await this.#flush();
    this.#batch ??= { table, rows: [] };
    this.#batch.rows.push(row);
    this.#rows[name]! += 1;
  }

  async #flush(): Promise<void> {
    if (!this.#batch) return;
    const { table, rows } = this.#batch;
    this.#batch = null;
    const columns = jsonColumnsOf(table.table);
    const values = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          columns.includes(name) ? asJson(value) : value,
        ]),
      ),
    );
    try {
      await this.#db.insert(table.table as typeof attempts).values(values as never);
    } catch (error) {
      throw Object.assign(
        refused(`Rows of ${table.name} do not fit what is before them.`, this.#line),
        { cause: error },
      );
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

function checkHeader(value: Json): void {
  const parsed = header.safeParse(value);
  if (!parsed.success) throw noArchive();
  if (parsed.data.format > archiveFormat) throw tooNew(parsed.data.format);
}

const noArchive = () => refused("The file is no archive of Loopwright.", 1);
