import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCurriculum } from "@loopwright/content";
import { AppError } from "@loopwright/core";
import { openStore } from "@loopwright/store";

import { createApp } from "../src/app.ts";
import type { Context } from "../src/context.ts";

const fixture = fileURLToPath(new URL("../../../packages/content/test/tracks", import.meta.url));

export type Serving = Awaited<ReturnType<typeof serving>>;

type Sent = { method?: string; body?: unknown };

const refusing = async () => {
  throw new AppError("not-confined", { message: "Nothing runs here.", next: "-" });
};

/** The whole server in memory over a store of its own and the fixture's curriculum. */
export async function serving() {
  const folder = await mkdtemp(join(tmpdir(), "loopwright-serving-"));
  const webFolder = join(folder, "web");
  await mkdir(webFolder);
  await writeFile(join(webFolder, "index.html"), "");
  const store = await openStore({ dataFolder: join(folder, "data") });
  let clock = Date.parse("2026-03-02T10:00:00Z");
  let ids = 0;
  const context: Context = {
    curriculum: await loadCurriculum(fixture),
    store,
    sandbox: { run: refusing, open: refusing, capabilities: () => [] },
    browserRuns: null,
    learnerId: "local",
    now: () => clock,
    newId: () => `id-${++ids}`,
    about: { dataFolder: folder, database: "embedded", version: "0" },
  };
  const app = createApp(context, { port: () => 4600, webFolder });
  return {
    context,
    store,
    ask: async (path: string, { method, body }: Sent = {}) => {
      const response = await app.fetch(
        new Request(`http://127.0.0.1:4600${path}`, {
          method: method ?? (body === undefined ? "GET" : "POST"),
          headers: { host: "127.0.0.1:4600", "content-type": "application/json" },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.startsWith("application/json");
      const json = isJson ? JSON.parse(text) : null;
      return { status: response.status, headers: response.headers, text, json };
    },
    /** The server's clock. */
    setNow: (iso: string) => void (clock = Date.parse(iso)),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
