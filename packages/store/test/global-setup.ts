import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { openStore } from "../src/index.ts";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server's own database, from which each test file makes one. */
    postgresUrl: string;
    /** Holds a prepared database, so that a first open takes a second. */
    storeCache: string;
  }
}

/** Once per run: a PostgreSQL server, and the template of the embedded database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), "loopwright-store-"));
  const cacheFolder = join(folder, "cache");
  const store = await openStore({ dataFolder: join(folder, "first"), cacheFolder });
  await store.close();
  project.provide("postgresUrl", server.url("postgres"));
  project.provide("storeCache", cacheFolder);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
