import { rating } from "@loopwright/core";
import { Hono } from "hono";
import { z } from "zod";

import type { Context } from "../context.ts";
import { body } from "../http/body.ts";
import { reviewCard } from "../learner/cards-review.ts";
import { learnerState } from "../learner/state.ts";
import type { QueueView, ReviewView } from "../views/reviews-shapes.ts";
import { queueView } from "../views/reviews.ts";

const review = z.strictObject({
  /** Made by the page, so that a review that is sent again counts once. */
  id: z.string().min(8).max(100),
  cardId: z.string().min(1).max(300),
  rating,
  /** At most ten minutes: whoever took longer was away. */
  tookMs: z.int().min(0).max(600_000).nullable(),
});

/** The queue of cards, and what was done with it. */
export const reviewRoutes = (context: Context) =>
  new Hono()
    .get("/", async (c) => c.json<QueueView>(await queueView(context, await learnerState(context))))
    .post("/", body(review), async (c) => {
      const state = await learnerState(context);
      const { leech } = await reviewCard(context, state, c.req.valid("json"));
      return c.json<ReviewView>({ leech, queue: await queueView(context, state) });
    })
    .post("/undo", body(z.strictObject({ id: z.string() })), async (c) => {
      const { store, learnerId } = context;
      const first = await store.cards.undoReview(learnerId, c.req.valid("json").id);
      return c.json<QueueView>(await queueView(context, await learnerState(context), { first }));
    });
