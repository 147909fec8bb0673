import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { loadCurriculum } from "@loopwright/content";
import { AppError } from "@loopwright/core";
import { BrowserRuns, createSandbox } from "@loopwright/sandbox";
import {
  createApp,
  learnerState,
  listen,
  refuseTakenPort,
  runsInBrowser,
  type Context,
} from "@loopwright/server";
import { localId, openStore, sampleId } from "@loopwright/store";

import { defineCommand, type Run } from "../src/command.ts";
import { portFrom, text } from "../src/options.ts";
import { places, version } from "../src/places.ts";
import { sandboxOptions } from "../src/sandbox-options.ts";

export const command = defineCommand({
  summary: "Serves the page on this machine.",
  usage: "[--port 4600]",
  details:
    "PORT sets the port too, LOOPWRIGHT_DATA the data folder, DATABASE_URL a PostgreSQL server;\nLOOPWRIGHT_DRILLS a folder of own drills; LOOPWRIGHT_SANDBOX=off runs no learner code.",
  options: { port: { type: "string" } },
  run: async (run) => {
    const port = portFrom(text(run, "port") ?? run.env.port);
    if (!existsSync(join(places.web, "index.html"))) throw notBuilt();
    await refuseTakenPort(port);
    const opened = await open(run);
    const stop = once(() => opened.close());
    try {
      const server = await serve(opened.context, port);
      opened.context.store.announce(`http://127.0.0.1:${server.port}`);
      greet(run, server.port, opened.context);
      // What makes later interpreters boot fast; whoever is quicker than that waits a few seconds once.
      void opened.prepare();
      await signalled();
      run.note("Stopping.");
      await server.close();
    } finally {
      await stop();
    }
  },
});

/** Everything that the app stands on. */
async function open({ env, note }: Run) {
  note("Opening the data folder and the curriculum …");
  const { dataFolder, databaseUrl, sandboxOff } = env;
  const loading = loadCurriculum(places.tracks, env);
  // Awaited below; a data folder that cannot be opened is what is told first.
  loading.catch(() => undefined);
  const store = await openStore({ dataFolder, databaseUrl, cacheFolder: places.cache });
  try {
    const curriculum = await loading;
    // Last, since it warms its runtimes at once and would take the processors from the rest.
    const options = sandboxOptions(env);
    const sandbox = await createSandbox(options);
    const browserRuns = sandboxOff ? null : new BrowserRuns(options);
    const context: Context = {
      curriculum,
      store,
      sandbox,
      browserRuns,
      learnerId: (await store.learners.sample()) ? sampleId : localId,
      cacheFolder: places.cache,
      now: Date.now,
      newId: randomUUID,
      about: { dataFolder, database: databaseUrl ? "postgresql" : "embedded", version },
    };
    return {
      context,
      prepare: async () => {
        // What every page stands on, before somebody asks for it; what cannot be read is told to them then.
        await learnerState(context).catch(() => undefined);
        await sandbox.prepare();
        // What is confined here needs no page.
        if (runsInBrowser(context)) await browserRuns?.prepare();
      },
      close: async () => {
        await Promise.all([browserRuns?.close(), sandbox.close(), store.close()]);
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serve(context: Context, port: number) {
  let bound = port;
  const app = createApp(context, { port: () => bound, webFolder: places.web });
  const server = await listen((request) => app.fetch(request), port);
  bound = server.port;
  return server;
}

function greet({ say, paint }: Run, port: number, { curriculum, about }: Context): void {
  const count = curriculum.drills.size;
  say("");
  say(`  ${paint.bold("Loopwright")} is at ${paint.bold(`http://127.0.0.1:${port}`)}`);
  say(`  ${count} ${count === 1 ? "drill" : "drills"}. Your data stays in ${about.dataFolder}`);
  for (const { where, message } of curriculum.problems) {
    say(`  ${paint.yellow("Left out:")} ${where}: ${message}`);
  }
  say("  Ctrl+C stops it.");
}

/** Ends on the first signal to stop; a second one ends the process at once, as usual. */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= action());
}

const notBuilt = (): AppError =>
  new AppError("missing-tool", {
    message: "The page has not been built yet.",
    next: "Run `npm start`, which builds it first.",
    where: places.web,
  });
