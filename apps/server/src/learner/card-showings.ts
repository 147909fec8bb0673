import type { Context } from "../context.ts";
import { drillOfCard, made, question } from "./card-ids.ts";
import { keptFor } from "./forget.ts";

/** By drill: moments at which a card told what its answer is. */
export type CardShowings = ReadonlyMap<string, readonly string[]>;

type Kept = { mark: number; showings: CardShowings };

/** By learner: read again only after a card has changed. */
const keeper = { make: () => new Map<string, Kept>() };

/**
 * When cards of a drill were reviewed: the first and the last time of each day. Such a card shows a part of the
 * drill's answer, as much as giving up does; see decision 0009.
 */
export async function cardShowingsOf({ store, learnerId }: Context): Promise<CardShowings> {
  const byLearner = keptFor(store, keeper);
  const before = byLearner.get(learnerId);
  const mark = store.changes.mark();
  if (before && store.changes.since(before.mark, "cards")?.size === 0) return before.showings;
  const days = await Promise.all(
    [made, question].map((prefix) => store.cards.cardDays({ learnerId, prefix })),
  );
  const showings = new Map<string, string[]>();
  for (const { cardId, first, last } of days.flat()) {
    const drillId = drillOfCard(cardId);
    if (drillId === null) continue;
    showings.set(drillId, [...(showings.get(drillId) ?? []), first, last].toSorted());
  }
  byLearner.set(learnerId, { mark, showings });
  return showings;
}

/** Drills whose cards were reviewed, or no more, between the two. */
export function shownAnew(before: CardShowings, after: CardShowings): Set<string> {
  const text = (showings: CardShowings, id: string) => (showings.get(id) ?? []).join();
  const ids = new Set([...before.keys(), ...after.keys()]);
  return new Set([...ids].filter((id) => text(before, id) !== text(after, id)));
}
