import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { inject, onTestFinished } from "vitest";

import type { Connection } from "../src/connection.ts";
import { openWithConnection, type Store, type StoreOptions } from "../src/store.ts";
import { freshDatabase } from "./postgres-server.ts";

/** A store under test, with the way around it: plain SQL, and a truncation between tests. */
export type TestStore = {
  store: Store;
  connection: Connection;
  dataFolder: string;
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  clear: () => Promise<void>;
  close: () => Promise<void>;
};

export type Engine = {
  name: Connection["engine"];
  /** Options for a store that nobody else uses. `file` is the test's import.meta.filename. */
  options: (file: string) => Promise<StoreOptions>;
};

/** Every test of a repository runs on both. */
export const engines: Engine[] = [
  {
    name: "pglite",
    options: async () => ({ dataFolder: temporaryFolder(), cacheFolder: inject("storeCache") }),
  },
  {
    name: "postgresql",
    options: async (file) => ({
      dataFolder: temporaryFolder(),
      databaseUrl: await freshDatabase(serverUrl(), databaseName(file)),
    }),
  },
];

export async function openTestStore(engine: Engine, file: string): Promise<TestStore> {
  const options = await engine.options(file);
  const { store, connection } = await openWithConnection(options);
  const sql: TestStore["sql"] = (text, values) =>
    connection.script((script) => script.query(text, values));
  return {
    store,
    connection,
    dataFolder: options.dataFolder,
    sql,
    clear: async () => {
      await sql(
        "truncate drill_versions, documents, settings, cards, card_states, reviews cascade",
      );
    },
    close: async () => {
      await store.close();
      rmSync(options.dataFolder, { recursive: true, force: true });
    },
  };
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "loopwright-data-"));

/** A folder that goes with its test. */
export function testFolder(): string {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function serverUrl(): string {
  const url = inject("postgresUrl");
  if (url) return url;
  throw new Error("No PostgreSQL server: run with packages/store/vitest.config.ts.");
}

const databaseName = (file: string) => `t_${basename(file).replaceAll(/[^a-z0-9]/g, "_")}`;
