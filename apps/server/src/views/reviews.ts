import { criteriaOf, timeCriterionId, type Attempt } from "@loopwright/core";
import { previews, suggestedRating } from "@loopwright/core/schedule";

import type { Context } from "../context.ts";
import { deckOf, type DeckCard } from "../learner/cards-deck.ts";
import { dueInDays, queueNow } from "../learner/cards.ts";
import type { LearnerState } from "../learner/state.ts";
import { whenOf } from "../learner/when.ts";
import type { QueueCard, QueueView } from "./reviews-shapes.ts";

/** So many cards are sent at once: the page asks again with every rating. */
const ahead = 12;

/** The queue; `first` stands at its head whatever the limits say: a card that was taken back. */
export async function queueView(
  context: Context,
  state: LearnerState,
  { first }: { first?: string } = {},
): Promise<QueueView> {
  const deck = await deckOf(context, state);
  const { order, due, fresh, done } = await queueNow(context, state, deck);
  const head = deck.filter(({ id }) => id === first);
  const all = [...head, ...order.filter(({ id }) => id !== first)];
  const cards: QueueCard[] = [];
  for (const card of all.slice(0, ahead)) cards.push(await queueCard(context, state, card));
  const extra = all.length - order.length;
  return {
    cards,
    due: due + (head[0]?.memory ? extra : 0),
    fresh: fresh + (head[0]?.memory ? 0 : extra),
    done: done.all,
    last: done.last && { id: done.last.id },
    ...later(context, state, deck, new Set(all.map(({ id }) => id))),
    total: deck.length,
  };
}

type Later = Pick<QueueView, "tomorrow" | "nextDueAt" | "beyond">;

function later(
  ...[{ now }, state, deck, queued]: [Context, LearnerState, readonly DeckCard[], Set<string>]
): Later {
  const rest = deck.filter(({ id, suspended }) => suspended === null && !queued.has(id));
  const coming = rest.flatMap(({ dueMs }) => (dueMs !== null && dueMs > now() ? [dueMs] : []));
  const next = Math.min(...coming);
  return {
    tomorrow: coming.filter((dueMs) => dueInDays(state, dueMs) === 1).length,
    nextDueAt: coming.length === 0 ? null : new Date(next).toISOString(),
    beyond: {
      fresh: rest.filter(({ memory }) => memory === null).length,
      due: rest.filter(({ dueMs }) => dueMs !== null && dueMs <= now()).length,
    },
  };
}

async function queueCard(
  context: Context,
  state: LearnerState,
  card: DeckCard,
): Promise<QueueCard> {
  const intervals = Object.entries(previews(card.memory, whenOf(context, state)));
  const asked = card.origin === "question" ? await questionOf(context, card) : null;
  return {
    ...factsOf(state, card),
    ...(asked && { front: asked.front, back: asked.back }),
    isNew: card.memory === null,
    intervals: Object.fromEntries(
      intervals.map(([rating, { interval }]) => [rating, interval]),
    ) as QueueCard["intervals"],
    suggested: asked?.suggested ?? null,
  };
}

/** What queue and list say alike of a card. */
export function factsOf({ drills }: LearnerState, card: DeckCard) {
  const { id, origin, front, back, concepts, source, drillId, attemptId } = card;
  const drill = drillId === null ? undefined : drills.get(drillId);
  const from =
    drill && attemptId !== null ? { drillId: drill.id, drillTitle: drill.title, attemptId } : null;
  return { id, origin, front, back, concepts, source, from };
}

type Asked = Pick<QueueCard, "front" | "back" | "suggested">;

/**
 * A question that was tried: what is asked, and what the last attempt lacked. The reviewed answer itself stands in
 * that attempt, which shows it by its own rules.
 */
async function questionOf({ store }: Context, card: DeckCard): Promise<Asked | null> {
  const found = await store.attempts.get(card.attemptId ?? "");
  const drill = found && (await store.drillVersions.get(found.attempt.drillHash));
  if (!found || !drill) return null;
  const [front = card.front] = drill.text.trim().split(/\n\s*\n/);
  const criteria = answered(found.attempt);
  const open = criteria.filter(({ verdict }) => verdict !== "met").map(({ title }) => `- ${title}`);
  const since = card.memory?.reviewedAt ?? "";
  const graded = (found.attempt.endedAt ?? "") > since;
  const all = criteria.length === 0 ? "" : "Every point was found in the last answer.";
  return {
    front,
    back: open.length === 0 ? all : `Not found in the last answer:\n\n${open.join("\n")}`,
    suggested: graded ? suggestedRating(criteria) : null,
  };
}

/** What was to be said in the first stage that was graded: what came after knew what it lacked. */
function answered(attempt: Attempt) {
  const first = attempt.stageOrder.find((id) => attempt.stages[id]?.state === "graded");
  const criteria = first === undefined ? [] : criteriaOf({ ...attempt, stageOrder: [first] });
  return criteria.filter(({ id }) => id !== timeCriterionId);
}
