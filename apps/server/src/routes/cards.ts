import { cardText } from "@loopwright/core";
import { Hono } from "hono";
import { z } from "zod";

import { writeApkg } from "../anki/apkg.ts";
import { writeTsv } from "../anki/tsv.ts";
import type { Context } from "../context.ts";
import { body } from "../http/body.ts";
import { deckOf } from "../learner/cards-deck.ts";
import { addCard, importCards } from "../learner/cards-own.ts";
import { findCard, noCard } from "../learner/cards-review.ts";
import { learnerState } from "../learner/state.ts";
import { cardFilters, cardsView } from "../views/cards.ts";
import type { CardsView, ImportView, QueueView } from "../views/reviews-shapes.ts";
import { queueView } from "../views/reviews.ts";

const listQuery = z.object({
  q: z.string().max(200).catch(""),
  show: z.enum(cardFilters).catch("all"),
  from: z.coerce.number().int().min(0).catch(0),
});

const pageLength = 100;
const told = 50;

/** The learner's cards: list, own ones, suspending. */
export const cardRoutes = (context: Context) =>
  new Hono()
    .get("/", async (c) => {
      const query = { ...listQuery.parse(c.req.query()), limit: pageLength };
      return c.json<CardsView>(await cardsView(context, await learnerState(context), query));
    })
    .post("/", body(cardText), async (c) => {
      const id = await addCard(context, await learnerState(context), c.req.valid("json"));
      return c.json({ id }, 201);
    })
    .post("/import", body(z.strictObject({ text: z.string() })), async (c) => {
      const state = await learnerState(context);
      const { added, known, problems } = await importCards(
        context,
        state,
        c.req.valid("json").text,
      );
      return c.json<ImportView>({
        added,
        known: { count: known.length, lines: known.slice(0, told) },
        problems: { count: problems.length, first: problems.slice(0, told) },
      });
    })
    .put("/:id/suspended", body(z.strictObject({ suspended: z.boolean() })), async (c) => {
      const { store, learnerId, now } = context;
      const state = await learnerState(context);
      const { id: cardId } = await findCard(context, state, c.req.param("id"));
      const { suspended } = c.req.valid("json");
      const at = new Date(now()).toISOString();
      await store.cards.suspend({ learnerId, cardId, at, suspended: suspended ? "learner" : null });
      const first = suspended ? {} : { first: cardId };
      return c.json<QueueView>(await queueView(context, state, first));
    })
    .delete("/:id", async (c) => {
      const id = c.req.param("id");
      if (!(await context.store.cards.remove(context.learnerId, id))) throw noCard(id);
      return c.json({});
    });

/** Cards as files for other programs. Questions stay here: their answer is an attempt. */
export const cardFileRoutes = (context: Context) =>
  new Hono()
    .get("/tsv", async (c) =>
      c.body(
        writeTsv(await portable(context)),
        200,
        fileHeaders("text/tab-separated-values; charset=utf-8", "tsv"),
      ),
    )
    .get("/apkg", async (c) => {
      const packed = await writeApkg(await portable(context), context.now());
      return c.body(new Uint8Array(packed), 200, fileHeaders("application/octet-stream", "apkg"));
    });

async function portable(context: Context) {
  const deck = await deckOf(context, await learnerState(context));
  return deck
    .filter(({ origin }) => origin !== "question")
    .map(({ id, front, back, concepts, source }) => {
      return { id, front, back, concepts: [...concepts], source };
    });
}

const fileHeaders = (type: string, ending: string) => ({
  "content-type": type,
  "content-disposition": `attachment; filename="loopwright-cards.${ending}"`,
});
