import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** What repositories ask with: the same over PGlite and PostgreSQL. A transaction has the same type. */
export type Database = PgDatabase<PgQueryResultHKT>;

type Row = Record<string, unknown>;

/** Plain SQL inside one transaction, for migrations. */
export type Script = {
  /** Runs any number of statements. */
  run: (sql: string) => Promise<void>;
  query: (sql: string, values?: unknown[]) => Promise<Row[]>;
};

export type Connection = {
  engine: "pglite" | "postgresql";
  db: Database;
  /** Runs in one transaction: all of it counts, or nothing. */
  script: <T>(work: (script: Script) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};
