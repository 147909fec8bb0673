import { join } from "node:path";

import { archiveRepository } from "./archive/archive.ts";
import { backupRepository } from "./archive/backups.ts";
import { attemptRepository } from "./attempts/attempts.ts";
import { cardRepository } from "./cards.ts";
import { changeLog, noting } from "./changes.ts";
import type { Connection } from "./connection.ts";
import { documentRepository } from "./documents/documents.ts";
import { drillVersionRepository } from "./drill-versions.ts";
import { asking } from "./failures.ts";
import { addLocalLearner, learnerRepository } from "./learners.ts";
import { lockFolder, type FolderLock } from "./lock/folder-lock.ts";
import { migrate, readMigrations, schemaChecksum } from "./migrate.ts";
import { openPglite } from "./pglite.ts";
import { openPostgresql } from "./postgresql.ts";
import { settingsRepository } from "./settings.ts";
import { templateFor } from "./template.ts";

export type StoreOptions = {
  /** Where everything of the learner lives; made if missing, and locked while the store is open. */
  dataFolder: string;
  /** A PostgreSQL server to use in place of the embedded database. */
  databaseUrl?: string | undefined;
  /** Where a prepared database may be kept, which makes a first open faster. Safe to delete. */
  cacheFolder?: string | undefined;
};

export type Store = ReturnType<typeof repositories> & {
  engine: Connection["engine"];
  /** Tells others who find the folder locked where this process serves. */
  announce: (url: string) => void;
  /** Ends the database cleanly and frees the folder. May be called twice. */
  close: () => Promise<void>;
};

/**
 * Opens the store, migrated to the current schema. Throws `folder-locked`, `newer-database`,
 * `broken-database`, or `invalid-input` for a folder that cannot be written.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return (await openWithConnection(options)).store;
}

/** For the tests beside this file, which damage rows on purpose. */
export async function openWithConnection(
  options: StoreOptions,
): Promise<{ store: Store; connection: Connection }> {
  const lock = await lockFolder(options.dataFolder);
  try {
    const connection = await asking(() => connect(options));
    await asking(() => addLocalLearner(connection.db));
    return { store: storeOver({ connection, lock, dataFolder: options.dataFolder }), connection };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function connect({ dataFolder, databaseUrl, cacheFolder }: StoreOptions) {
  const migrations = readMigrations();
  if (databaseUrl === undefined || databaseUrl === "") {
    return openPglite({
      folder: join(dataFolder, "database"),
      template: cacheFolder ? templateFor(cacheFolder, schemaChecksum(migrations)) : null,
      migrate: (connection) => migrate(connection, migrations),
    });
  }
  const connection = await openPostgresql(databaseUrl);
  try {
    await migrate(connection, migrations);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

type Opened = { connection: Connection; lock: FolderLock; dataFolder: string };

function storeOver({ connection, lock, dataFolder }: Opened): Store {
  let closing: Promise<void> | undefined;
  const close = async () => {
    try {
      await connection.close();
    } finally {
      lock.release();
    }
  };
  return {
    ...repositories(connection, dataFolder),
    engine: connection.engine,
    announce: lock.announce,
    close: () => (closing ??= close()),
  };
}

function repositories({ db, engine }: Connection, dataFolder: string) {
  const { note, ...changes } = changeLog({ alone: engine === "pglite" });
  return {
    learners: learnerRepository(db),
    settings: settingsRepository(db),
    drillVersions: drillVersionRepository(db),
    attempts: noting(attemptRepository(db), (id) => note("attempts", id), {
      create: ({ id }) => id,
      update: (id) => id,
      appendAction: (id) => id,
      // With the attempts that are embedded in it.
      remove: () => null,
    }),
    documents: documentRepository(db),
    cards: noting(cardRepository(db), (id) => note("cards", id), {
      addReview: ({ cardId }) => cardId,
      undoReview: () => null,
      suspend: ({ cardId }) => cardId,
      add: () => null,
      remove: () => null,
    }),
    archive: archiveRepository(db),
    backups: backupRepository(db, dataFolder),
    /** What changed through the repositories of attempts and cards; swapping data below them is not told. */
    changes,
  };
}
