import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { PGlite } from "@electric-sql/pglite";
import { AppError } from "@loopwright/core";
import { drizzle } from "drizzle-orm/pglite";

import type { Connection, Script } from "./connection.ts";
import { DurableFiles, durableParams, syncFolder } from "./durable-files.ts";
import { broken } from "./failures.ts";
import { dropTemplate, readTemplate, saveTemplate, type Template } from "./template.ts";

/** PGlite's storage format; a new major release cannot read the files of an old one. */
const formatVersion = 18;

type Options = {
  /** Where the database lives; made if missing. */
  folder: string;
  /** Speeds up a first open. */
  template: Template | null;
  /** Brings a database to the current schema. */
  migrate: (connection: Connection) => Promise<void>;
};

/**
 * Opens the embedded database, migrated. The caller holds the folder's lock: PGlite itself would open
 * a folder that another process has open.
 */
export async function openPglite({ folder, template, migrate }: Options): Promise<Connection> {
  await setUnfinishedAside(folder);
  refuseForeignFiles(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    return openMigrated(folder, { migrate });
  }
  return firstOpen({ folder, template, migrate });
}

/**
 * The mark stands beside the folder until the first open is complete. A process that died in between
 * has acknowledged nothing, so its half-made database may be set aside.
 */
const markOf = (folder: string) => `${folder}.unfinished`;

async function firstOpen({ folder, template, migrate }: Options): Promise<Connection> {
  await mkdir(dirname(folder), { recursive: true });
  await writeFile(markOf(folder), "The database beside this file is still being made.\n");
  const connection =
    (template && (await openFromTemplate({ folder, template, migrate }))) ??
    (await openMigrated(folder, { migrate, template }));
  await rm(markOf(folder));
  syncFolder(dirname(folder));
  return connection;
}

async function openFromTemplate(options: Options & { template: Template }) {
  const { folder, template, migrate } = options;
  const packed = await readTemplate(template);
  if (!packed) return null;
  try {
    return await openMigrated(folder, { migrate, packed });
  } catch {
    // A broken template costs seconds, not the start. The folder holds nothing but its remains.
    await dropTemplate(template);
    await rm(folder, { recursive: true, force: true });
    return null;
  }
}

type How = {
  migrate: Options["migrate"];
  packed?: Blob;
  /** Where to leave a template after a first open without one. */
  template?: Template | null;
};

async function openMigrated(folder: string, { migrate, packed, template }: How) {
  const client = await start(folder, packed);
  const connection = connectionOf(client);
  try {
    await migrate(connection);
    if (template) await saveTemplate(template, client);
    return connection;
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function start(folder: string, packed: Blob | undefined): Promise<PGlite> {
  try {
    return await PGlite.create({
      fs: new DurableFiles(folder),
      startParams: durableParams,
      ...(packed ? { loadDataDir: packed } : {}),
    });
  } catch (error) {
    throw broken("The database cannot be opened: its files are damaged.", error);
  }
}

async function setUnfinishedAside(folder: string): Promise<void> {
  if (!existsSync(markOf(folder))) return;
  if (existsSync(folder)) {
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
    await rename(folder, `${markOf(folder)}-${stamp}`);
  }
  await rm(markOf(folder));
}

/** PGlite would make a new database over files that it does not recognise. */
function refuseForeignFiles(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const version = readVersion(folder);
  if (version === null) throw broken("The folder “database” holds no readable database.");
  if (version > formatVersion) {
    throw new AppError("newer-database", {
      message: `The database has storage format ${version}; this Loopwright reads format ${formatVersion}.`,
      next: "Start the newer Loopwright that made it, or use another data folder. Nothing was changed.",
      where: "database",
    });
  }
  if (version < formatVersion) {
    throw broken(
      `The database has storage format ${version}; this Loopwright reads ${formatVersion}.`,
    );
  }
}

function readVersion(folder: string): number | null {
  try {
    const version = Number.parseInt(readFileSync(join(folder, "PG_VERSION"), "utf8"), 10);
    return Number.isNaN(version) ? null : version;
  } catch {
    return null;
  }
}

const connectionOf = (client: PGlite): Connection => ({
  engine: "pglite",
  db: drizzle({ client }),
  script: (work) =>
    client.transaction((tx) => {
      const script: Script = {
        run: async (sql) => void (await tx.exec(sql)),
        query: async (sql, values) => (await tx.query<Record<string, unknown>>(sql, values)).rows,
      };
      return work(script);
    }),
  close: () => client.close(),
});
