import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

import { Hono } from "hono";
import { z } from "zod";

import type { Context } from "../context.ts";
import { LongWork } from "../data/work.ts";
import { body } from "../http/body.ts";
import { chooseLearner } from "../learner/active.ts";
import { dataView } from "../views/data.ts";
import type { BackupView, DataView, DeletedView, WorkStatus } from "../views/data-shapes.ts";
import { archiveRoutes } from "./archive.ts";
import { sampleRoutes } from "./sample.ts";

/** Everything that concerns all data at once. One piece of such work goes on at a time. */
export function wholeDataRoutes(context: Context) {
  const work = new LongWork();
  return new Hono()
    .route("/archive", archiveRoutes(context, work))
    .route("/sample", sampleRoutes(context, work))
    .route("/data", dataRoutes(context, work));
}

/** What has to be sent to delete everything, so that no request does it by accident. */
const deletion = z.strictObject({ confirm: z.literal("delete everything"), backup: z.boolean() });

const dataRoutes = (context: Context, work: LongWork) =>
  new Hono()
    .get("/", async (c) => c.json<DataView>(await dataView(context)))
    .get("/work", (c) => c.json<WorkStatus>({ work: work.view }))
    .post("/backups", async (c) => {
      const made = await work.run("backup", () =>
        context.store.backups.make(new Date(context.now())),
      );
      return c.json<BackupView>(made, 201);
    })
    .delete("/", body(deletion), async (c) => {
      const { backup } = c.req.valid("json");
      return c.json<DeletedView>(await work.run("delete", () => deleteAll(context, backup)));
    });

/** Without a backup, the ones from before go as well: they hold everything too. */
async function deleteAll(context: Context, keepBackup: boolean): Promise<DeletedView> {
  const { store, about } = context;
  const made = keepBackup ? await store.backups.make(new Date(context.now())) : null;
  await store.archive.erase();
  await chooseLearner(context);
  if (!keepBackup) await store.backups.clear();
  for (const name of await readdir(about.dataFolder))
    if (leftOver.test(name))
      await rm(join(about.dataFolder, name), { recursive: true, force: true });
  return { backup: made?.name ?? null };
}

/** Of the data folder: recordings, and what a first start that was cut off has set aside. */
const leftOver = /^(recordings|incoming|database\.unfinished-.*)$/;
