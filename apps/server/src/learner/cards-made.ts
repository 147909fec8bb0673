import { keptCard, materialOf, type KeptCard, type MadeCard } from "@loopwright/core";

import { openAttempt, type OpenedAttempt } from "../attempt-work.ts";
import type { Context } from "../context.ts";
import { madeCardId } from "./card-ids.ts";

/**
 * Makes cards of what an attempt missed, as its kind does it. Only once the attempt is over, since a later stage
 * may ask what a card would tell, and never while its grade is withheld: whoever unseals an attempt asks again.
 * Asking twice adds nothing.
 */
async function makeCards(context: Context, attemptId: string): Promise<void> {
  const opened = await openAttempt(context, attemptId);
  const { attempt, module } = opened;
  if (attempt.state === "open" || attempt.sealed || !module.cards) return;
  const createdAt = new Date(context.now()).toISOString();
  const cards = made(opened).map((one) => kept(one, opened, createdAt));
  const fit = cards.flatMap((one) => keptCard.safeParse(one).data ?? []);
  await context.store.cards.add(attempt.learnerId, fit);
}

/** A grade that stands must be shown, whatever becomes of the cards: what fails is told in the terminal. */
export const makeCardsQuietly = (context: Context, attemptId: string): Promise<void> =>
  makeCards(context, attemptId).catch((error: unknown) => console.error(error));

function made({ attempt, drill, module }: OpenedAttempt): MadeCard[] {
  return attempt.stageOrder.flatMap((stage) => {
    const { state, grade, draft } = attempt.stages[stage] ?? {};
    if (state !== "graded" || grade?.status !== "graded") return [];
    const input = { stage, ...materialOf(drill), answer: draft, grade };
    return module.cards?.(input as never) ?? [];
  });
}

const sideMax = 4000;

const kept = (
  { id, front, back, concepts }: MadeCard,
  { attempt, drill }: OpenedAttempt,
  createdAt: string,
): KeptCard => ({
  id: madeCardId(drill.id, id),
  front: front.slice(0, sideMax),
  back: back.slice(0, sideMax),
  concepts: (concepts ?? drill.meta.concepts).slice(0, 20),
  origin: "made",
  drillId: drill.id,
  attemptId: attempt.id,
  createdAt,
});
