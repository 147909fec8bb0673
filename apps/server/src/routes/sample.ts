import { Hono } from "hono";

import type { Context } from "../context.ts";
import type { LongWork, Report } from "../data/work.ts";
import { chooseLearner } from "../learner/active.ts";
import { makeSample } from "../sample/make.ts";
import type { SampleView } from "../views/data-shapes.ts";

/**
 * A learner to look at. Loading takes a while and answers when it is over; DELETE ends it, or removes what was
 * loaded and shows the learner's own data again.
 */
export const sampleRoutes = (context: Context, work: LongWork) =>
  new Hono()
    .get("/", async (c) => c.json<SampleView>(await view(context)))
    .post("/", async (c) => {
      await work.run("sample", (report, signal) => load(context, { report, signal }));
      return c.json<SampleView>(await view(context));
    })
    .delete("/", async (c) => {
      if (!work.cancel("sample")) await work.run("sample", () => leave(context));
      return c.json<SampleView>(await view(context));
    });

type Loading = { report: Report; signal: AbortSignal };

async function load(context: Context, { report, signal }: Loading): Promise<void> {
  const { learners } = context.store;
  if (await learners.sample()) return;
  const sample = await makeSample(context, { report, signal });
  if (!sample) return;
  await learners.addSample(sample);
  // Cancelled while it was written.
  if (signal.aborted) await learners.removeSample();
  await chooseLearner(context);
}

async function leave(context: Context): Promise<void> {
  await context.store.learners.removeSample();
  await chooseLearner(context);
}

async function view({ store }: Context): Promise<SampleView> {
  return { since: (await store.learners.sample())?.createdAt ?? null };
}
