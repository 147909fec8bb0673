import { Hono } from "hono";
import { z } from "zod";

import {
  addContest,
  answerBytesMax,
  beat,
  contest,
  giveUp,
  pauseAttempt,
  resumeAttempt,
  saveDraft,
  takeHint,
  type Attempt,
  type Json,
} from "@loopwright/core";

import { change, openAttempt, runDraft, skip, submitStage } from "../attempt-work.ts";
import type { Context } from "../context.ts";
import { body } from "../http/body.ts";
import { tooLarge } from "../http/errors.ts";
import { makeCardsQuietly } from "../learner/cards-made.ts";
import { LiveRuns } from "../live-runs.ts";
import { attemptView } from "../views/attempt.ts";
import type { ActionView, AttemptView, RunView } from "../views/shapes.ts";

const json = (z.json() as z.ZodType<Json>).refine((value) => {
  if (JSON.stringify(value).length > answerBytesMax) throw tooLarge();
  return true;
});
const staged = z.strictObject({ stage: z.string(), answer: json });

/** Working on an attempt: drafts, grading, hints, time, and actions of live kinds. */
export function workRoutes(context: Context) {
  const live = new LiveRuns(context);
  const view = async (id: string): Promise<AttemptView> =>
    attemptView(context, await openAttempt(context, id));
  // Perhaps the last stage ended: what was missed becomes cards.
  const over = (id: string) => makeCardsQuietly(context, id).then(() => view(id));
  const { now } = context;
  return new Hono()
    .put(
      "/draft",
      body(z.strictObject({ stage: z.string(), draft: json, revision: z.int().min(0) })),
      async (c) => {
        const draft = c.req.valid("json");
        const attempt = await change(context, idOf(c), (one) => saveDraft(one, draft));
        return c.json({ revision: attempt.stages[draft.stage]?.revision ?? 0 });
      },
    )
    .post("/submit", body(staged), async (c) => {
      await submitStage(context, idOf(c), c.req.valid("json"));
      return c.json(await over(idOf(c)));
    })
    .post("/skip", body(z.strictObject({ stage: z.string() })), async (c) => {
      await skip(context, idOf(c), c.req.valid("json").stage);
      return c.json(await over(idOf(c)));
    })
    .post("/run", body(staged), async (c) =>
      c.json<RunView>({ view: await runDraft(context, idOf(c), c.req.valid("json")) }),
    )
    .post("/give-up", async (c) => {
      await change(context, idOf(c), (one) => giveUp(one, now()));
      return c.json(await over(idOf(c)));
    })
    .post("/hints", body(z.strictObject({ task: z.int().min(1) })), async (c) => {
      const { task } = c.req.valid("json");
      const { drill } = await openAttempt(context, idOf(c));
      const available = drill.hints.filter((hint) => hint.task === task).length;
      await change(context, idOf(c), (one) => takeHint(one, { task, available, now: now() }));
      return c.json(await view(idOf(c)));
    })
    .post("/contests", body(contest.omit({ at: true })), async (c) => {
      const at = new Date(now()).toISOString();
      const made = { ...c.req.valid("json"), at };
      await change(context, idOf(c), (one) => addContest(one, made));
      return c.json(await view(idOf(c)));
    })
    .get("/actions", async (c) => c.json<ActionView[]>(await live.log(idOf(c))))
    .post("/actions", body(z.strictObject({ seq: z.int().min(1), body: json })), async (c) => {
      const { seq, body: action } = c.req.valid("json");
      return c.json<ActionView>(await live.take(idOf(c), seq, action));
    });
}

/** The clock of an attempt. A pause hides the material; the server stamps the time. */
export function clockRoutes(context: Context) {
  const { now } = context;
  const clock = (attempt: Attempt) => ({
    timing: attempt.clock.timing,
    paused: attempt.clock.pausedAt !== null && attempt.state === "open",
  });
  return new Hono()
    .post("/beat", async (c) =>
      c.json(clock(await change(context, idOf(c), (one) => beat(one, now())))),
    )
    .post("/pause", async (c) =>
      c.json(clock(await change(context, idOf(c), (one) => pauseAttempt(one, now())))),
    )
    .post("/resume", async (c) => {
      await change(context, idOf(c), (one) => resumeAttempt(one, now()));
      return c.json(await attemptView(context, await openAttempt(context, idOf(c))));
    });
}

/** These routes hang below /attempts/:id. */
const idOf = (c: { req: { param: (name: string) => string | undefined } }): string =>
  c.req.param("id") ?? "";
