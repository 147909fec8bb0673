import type { KeptCard } from "@loopwright/core";
import type { CardState } from "@loopwright/store";

import type { Context } from "../context.ts";
import { keptFor } from "./forget.ts";

type KnownCards = {
  mark: number;
  /** Cards that belong to the learner, oldest first. */
  kept: readonly KeptCard[];
  states: ReadonlyMap<string, CardState>;
};

/** By learner: a review changes one state, so one state is read. */
const keeper = { make: () => new Map<string, KnownCards>() };

/** The learner's own cards, and where each card stands that was reviewed or suspended. */
export async function knownCards(context: Context): Promise<KnownCards> {
  const { store, learnerId } = context;
  const byLearner = keptFor(store, keeper);
  const before = byLearner.get(learnerId);
  const mark = store.changes.mark();
  const changed = before ? store.changes.since(before.mark, "cards") : null;
  if (before && changed?.size === 0) return before;
  const now =
    before && changed ? await updated(context, before, changed) : await everything(context);
  const known = { mark, ...now };
  byLearner.set(learnerId, known);
  return known;
}

async function everything({ store, learnerId }: Context) {
  const [kept, states] = await Promise.all([
    store.cards.kept(learnerId),
    store.cards.states(learnerId),
  ]);
  return { kept, states: new Map(states.map((one) => [one.cardId, one])) };
}

async function updated(
  { store, learnerId }: Context,
  before: KnownCards,
  changed: ReadonlySet<string>,
) {
  const states = new Map(before.states);
  for (const cardId of changed) {
    const state = await store.cards.state(learnerId, cardId);
    if (state) states.set(cardId, state);
    else states.delete(cardId);
  }
  return { kept: before.kept, states };
}
