import { AppError, type Rating } from "@loopwright/core";
import { isLeechAfter, next } from "@loopwright/core/schedule";

import type { Context } from "../context.ts";
import { deckOf, standingOf, type DeckCard } from "./cards-deck.ts";
import type { LearnerState } from "./state.ts";
import { whenOf } from "./when.ts";

type Given = { id: string; cardId: string; rating: Rating; tookMs: number | null };

/** Records a review and when the card comes back. Says whether the card has become a leech, and is suspended. */
export async function reviewCard(
  context: Context,
  state: LearnerState,
  { id, cardId, rating, tookMs }: Given,
): Promise<{ leech: boolean }> {
  const { store, learnerId } = context;
  await findCard(context, state, cardId);
  const found = await store.cards.state(learnerId, cardId);
  const { memory, suspended } = standingOf(found);
  if (suspended) {
    if (await isRecorded(context, cardId, id)) return { leech: suspended === "leech" };
    throw suspendedMeanwhile(cardId);
  }
  const when = whenOf(context, state);
  const after = next(memory, rating, when);
  const leech = isLeechAfter(memory, after.memory);
  const at = new Date(when.now).toISOString();
  const added = await store.cards.addReview(
    { id, learnerId, cardId, rating, at, tookMs },
    {
      state: after.memory,
      due: after.due,
      suspended: leech ? "leech" : null,
      readDue: found?.due ?? null,
    },
  );
  return { leech: leech && added };
}

/** A review that made the card a leech may be sent again, after it suspended the card. */
async function isRecorded(
  { store, learnerId }: Context,
  cardId: string,
  id: string,
): Promise<boolean> {
  const newest = await store.cards.reviews({ learnerId, cardId, limit: 20 });
  return newest.some((one) => one.id === id);
}

/** Throws `not-found` for a card that is gone. */
export async function findCard(
  context: Context,
  state: LearnerState,
  cardId: string,
): Promise<DeckCard> {
  const found = (await deckOf(context, state)).find(({ id }) => id === cardId);
  if (found) return found;
  throw noCard(cardId);
}

export const noCard = (where: string): AppError =>
  new AppError("not-found", {
    message: "This card is not there any more.",
    next: "Load the page again: the queue goes on without it.",
    where,
  });

const suspendedMeanwhile = (where: string): AppError =>
  new AppError("conflict", {
    message: "This card was suspended in the meantime.",
    next: "Take it up again in the list of cards, or load the page again.",
    where,
  });
