import { isLeech } from "@loopwright/core/schedule";

import type { Context } from "../context.ts";
import { deckOf, type DeckCard } from "../learner/cards-deck.ts";
import type { LearnerState } from "../learner/state.ts";
import type { CardFilter, CardRow, CardsView } from "./reviews-shapes.ts";
import { factsOf } from "./reviews.ts";

export const cardFilters = [
  "all",
  "due",
  "new",
  "leech",
  "suspended",
] as const satisfies CardFilter[];

type Query = { q: string; show: CardFilter; from: number; limit: number };

/** Cards whose front, back or concepts hold every word that was typed. */
export async function cardsView(
  context: Context,
  state: LearnerState,
  { q, show, from, limit }: Query,
): Promise<CardsView> {
  const deck = await deckOf(context, state);
  const tests = testsAt(context.now());
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = deck.filter((one) => tests[show](one) && holds(one, words));
  const counts = Object.fromEntries(
    cardFilters.map((filter) => [filter, deck.filter(tests[filter]).length]),
  ) as CardsView["counts"];
  const cards = found.slice(from, from + limit).map((one) => row(state, one));
  return { cards, total: found.length, counts };
}

const testsAt = (now: number): Record<CardFilter, (card: DeckCard) => boolean> => ({
  all: () => true,
  due: ({ suspended, dueMs }) => suspended === null && dueMs !== null && dueMs <= now,
  new: ({ suspended, memory }) => suspended === null && memory === null,
  leech: ({ memory }) => memory !== null && isLeech(memory),
  suspended: ({ suspended }) => suspended !== null,
});

function holds({ front, back, concepts }: DeckCard, words: readonly string[]): boolean {
  const text = `${front}\n${back}\n${concepts.join(" ")}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

const row = (state: LearnerState, card: DeckCard): CardRow => ({
  ...factsOf(state, card),
  isNew: card.memory === null,
  due: card.dueMs === null ? null : new Date(card.dueMs).toISOString(),
  lapses: card.memory?.lapses ?? 0,
  suspended: card.suspended,
});
