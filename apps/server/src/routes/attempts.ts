import { Hono } from "hono";
import { z } from "zod";

import { beginAttempt, conditions, type Attempt } from "@loopwright/core";

import { moduleOf, openAttempt } from "../attempt-work.ts";
import type { Context } from "../context.ts";
import { body } from "../http/body.ts";
import { attemptView } from "../views/attempt.ts";
import { summariesOf } from "../views/lists.ts";
import type { AttemptsView, AttemptView } from "../views/shapes.ts";

/** `before` and `beforeId` are the `next` of the page before. */
const listQuery = z.object({
  drill: z.string().optional(),
  before: z.iso.datetime().optional().catch(undefined),
  beforeId: z.string().default(""),
});

const pageLength = 50;

/** Beginning, reading, listing and removing attempts. */
export const attemptRoutes = (context: Context) =>
  new Hono()
    .get("/", async (c) => {
      const { drill, before, beforeId } = listQuery.parse(c.req.query());
      const page = await summariesOf(context, {
        ...(drill !== undefined && { drillId: drill }),
        ...(before !== undefined && { before: { startedAt: before, id: beforeId } }),
        limit: pageLength,
      });
      const { summaries: attempts, broken, next } = page;
      return c.json<AttemptsView>({ attempts, broken, next });
    })
    .post("/", body(z.strictObject({ drillId: z.string(), conditions })), async (c) => {
      const attempt = await begin(context, c.req.valid("json"));
      const opened = await openAttempt(context, attempt.id);
      return c.json<AttemptView>(await attemptView(context, opened), 201);
    })
    .get("/:id", async (c) => {
      const opened = await openAttempt(context, c.req.param("id"));
      return c.json<AttemptView>(await attemptView(context, opened));
    })
    .delete("/:id", async (c) => {
      await context.store.attempts.remove(c.req.param("id"));
      return c.json({});
    });

type Beginning = { drillId: string; conditions: Attempt["conditions"] };

/** Keeps the version of the drill with the attempt, so that it stays readable whatever becomes of the drill. */
async function begin(context: Context, { drillId, conditions }: Beginning): Promise<Attempt> {
  const { drill } = await context.curriculum.drill(drillId);
  const attempt = beginAttempt({
    id: context.newId(),
    learnerId: context.learnerId,
    drill,
    kind: moduleOf(context, drill).kind,
    conditions,
    seed: context.newId(),
    now: context.now(),
  });
  await context.store.drillVersions.save(drill);
  await context.store.attempts.create(attempt);
  return attempt;
}
