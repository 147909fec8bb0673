import { AppError, type CardText, type KeptCard } from "@loopwright/core";

import { readTsv, type LineProblem } from "../anki/tsv.ts";
import type { Context } from "../context.ts";
import { deckOf } from "./cards-deck.ts";
import type { LearnerState } from "./state.ts";

/** Adds a card that the learner wrote. Throws `conflict` where there is one with this front. */
export async function addCard(
  context: Context,
  state: LearnerState,
  text: CardText,
): Promise<string> {
  const fronts = await frontsOf(context, state);
  if (fronts.has(sameness(text.front))) throw frontThere();
  const card = ownCard(context, text);
  await context.store.cards.add(context.learnerId, [card]);
  return card.id;
}

export type Imported = {
  added: number;
  /** Lines whose front is there already, in the deck or above in the file. */
  known: number[];
  problems: LineProblem[];
};

/** Takes in what can be read of a text file, and says by line what cannot. */
export async function importCards(
  context: Context,
  state: LearnerState,
  text: string,
): Promise<Imported> {
  const { cards, problems } = readTsv(text);
  const fronts = await frontsOf(context, state);
  const known: number[] = [];
  const fresh: KeptCard[] = [];
  for (const { line, ...card } of cards) {
    const same = sameness(card.front);
    if (fronts.has(same)) known.push(line);
    else fresh.push(ownCard(context, card));
    fronts.add(same);
  }
  const added = await context.store.cards.add(context.learnerId, fresh);
  return { added, known, problems };
}

const ownCard = ({ newId, now }: Context, text: CardText): KeptCard => ({
  ...text,
  id: `own:${newId()}`,
  origin: "own",
  drillId: null,
  attemptId: null,
  createdAt: new Date(now()).toISOString(),
});

async function frontsOf(context: Context, state: LearnerState): Promise<Set<string>> {
  return new Set((await deckOf(context, state)).map(({ front }) => sameness(front)));
}

const sameness = (front: string): string => front.replaceAll(/\s+/g, " ").trim().toLowerCase();

const frontThere = (): AppError =>
  new AppError("conflict", {
    message: "There is a card with this front already.",
    next: "Find it in the list of cards, or ask something else.",
    where: "front",
  });
