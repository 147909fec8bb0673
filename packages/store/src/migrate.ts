import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { AppError } from "@loopwright/core";

import type { Connection, Script } from "./connection.ts";
import { broken } from "./failures.ts";

/** One file of migrations/: its number, its name, its SQL. */
export type Migration = { number: number; name: string; sql: string; checksum: string };

type Applied = { number: number; name: string; checksum: string };

const folder = join(import.meta.dirname, "migrations");

// Any constant will do, as long as every Loopwright that migrates takes the same one.
const migrationLock = 4600;

const table = `create table if not exists migrations (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz(3) not null default now()
)`;

/** The migrations of this version, in order. */
export function readMigrations(from: string = folder): Migration[] {
  const names = readdirSync(from).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  return names.toSorted().map((name) => {
    // Git on Windows may have turned the line ends; that must not change the checksum.
    const sql = readFileSync(join(from, name), "utf8").replaceAll("\r\n", "\n");
    return { number: Number(name.slice(0, 4)), name, sql, checksum: sha256(sql) };
  });
}

/** Changes whenever a migration does: names a template. */
export const schemaChecksum = (migrations: readonly Migration[]): string =>
  sha256(migrations.map(({ checksum }) => checksum).join(""));

/**
 * Applies what is missing, each migration in a transaction of its own. Throws `newer-database` or
 * `broken-database` before anything is changed.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[] = readMigrations(),
): Promise<void> {
  const applied = await connection.script(readApplied);
  refuseStrangers(applied, migrations);
  for (const migration of migrations) {
    if (applied.some(({ number }) => number === migration.number)) continue;
    await connection.script((script) => apply(script, migration));
  }
}

async function readApplied(script: Script): Promise<Applied[]> {
  const [found] = await script.query("select to_regclass('migrations') as name");
  if (found?.["name"] == null) return [];
  const rows = await script.query("select number, name, checksum from migrations order by number");
  return rows as Applied[];
}

function refuseStrangers(applied: readonly Applied[], known: readonly Migration[]): void {
  const newest = known.at(-1)?.number ?? 0;
  const last = applied.at(-1)?.number ?? 0;
  if (last > newest) {
    throw new AppError("newer-database", {
      message: `The database has version ${last}; this Loopwright knows versions up to ${newest}.`,
      next: "Start the newer Loopwright that made it, or use another data folder. Nothing was changed.",
      where: "database",
    });
  }
  for (const { number, name, checksum } of applied) {
    const same = known.find((one) => one.number === number);
    if (same?.checksum !== checksum) {
      throw broken(`The database was made with another migration ${number} (${name}).`);
    }
  }
}

async function apply(script: Script, { number, name, sql, checksum }: Migration): Promise<void> {
  // Two servers can start on one PostgreSQL at once: the second waits here, then finds it done.
  await script.query("select pg_advisory_xact_lock($1)", [migrationLock]);
  await script.run(table);
  const done = await script.query("select 1 from migrations where number = $1", [number]);
  if (done.length > 0) return;
  await script.run(sql);
  await script.query("insert into migrations (number, name, checksum) values ($1, $2, $3)", [
    number,
    name,
    checksum,
  ]);
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
