import type { Board } from "./board.ts";
import type { PlanInput } from "./shapes.ts";

/** Cards take about a quarter of a day. */
const cardShare = 1 / 4;
/** Our forecast: when the cards that were seen come again, in days, and what share of them. */
const again = [
  { days: 1, share: 0.4 },
  { days: 4, share: 0.3 },
  { days: 10, share: 0.3 },
] as const;

export type Deck = {
  due: number;
  fresh: number;
  /** Never seen, and not for the first day. */
  later: number;
  secondsEach: number;
  /** By the index of a day, cards that will come again on it. */
  coming: Map<number, number>;
};

/** The cards as they lie today; a pace that nobody has counts as ten seconds. */
export const deckOf = ({ cards }: PlanInput): Deck => ({
  due: Math.max(0, cards.due),
  fresh: Math.max(0, cards.fresh),
  later: Math.max(0, cards.later ?? 0),
  secondsEach: cards.secondsEach > 0 ? cards.secondsEach : 10,
  coming: new Map(),
});

/** Puts cards on a day, due ones first, and moves the deck on. The day before brings no new ones. */
export function dealCards({ days, input }: Board, at: number, deck: Deck): void {
  const day = days[at]!;
  const { newCardsPerDay, reviewsPerDay } = input.profile;
  const room = Math.min(day.free, Math.max(1, Math.floor(day.slot.minutes * cardShare)));
  const atMost = Math.floor((room * 60) / deck.secondsEach);
  const due = Math.min(deck.due, reviewsPerDay, atMost);
  const mayBeNew = day.slot.is === "work" || day.only;
  const fresh = mayBeNew ? Math.min(deck.fresh, newCardsPerDay, atMost - due) : 0;
  const count = due + fresh;
  deck.due -= due;
  deck.fresh -= fresh;
  for (const { days: later, share } of again) {
    deck.coming.set(at + later, (deck.coming.get(at + later) ?? 0) + count * share);
  }
  if (count === 0) return;
  const minutes = Math.ceil((count * deck.secondsEach) / 60);
  day.cards = { count, minutes };
  day.free -= minutes;
}

/** What comes due on a day joins what is due; on rest days as well. New ones for later come the day after today. */
export function comeDue(deck: Deck, at: number): void {
  if (at === 1) deck.fresh += deck.later;
  deck.due += Math.round(deck.coming.get(at) ?? 0);
}
