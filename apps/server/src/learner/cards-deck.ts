import type { KeptCard } from "@loopwright/core";
import { roles } from "@loopwright/core/learner";
import { heldTo, memory, type Standing } from "@loopwright/core/schedule";
import type { CardState } from "@loopwright/store";

import type { Context } from "../context.ts";
import { questionCardId } from "./card-ids.ts";
import { knownCards } from "./known-cards.ts";
import type { LearnerState } from "./state.ts";
import { whenOf } from "./when.ts";

/** A card with where it stands. Of a question only the title stands here: its texts are read when it is asked. */
export type DeckCard = Standing & {
  origin: "curriculum" | "question" | KeptCard["origin"];
  front: string;
  back: string;
  concepts: readonly string[];
  /** What it stands on; cards of the curriculum alone have it. */
  source: { url: string; asOf: string } | null;
  /** What it was made from. */
  drillId: string | null;
  attemptId: string | null;
};

type Text = Omit<DeckCard, keyof Standing> & { id: string };

/**
 * Every card of the learner, in the order in which new ones come: what was missed, what they wrote, questions that
 * were tried, then the curriculum with the concepts of their role first.
 */
export async function deckOf(context: Context, state: LearnerState): Promise<DeckCard[]> {
  const { kept, states } = await knownCards(context);
  const texts = [
    ...kept.toSorted(madeFirst).map(fromKept),
    ...tried(state),
    ...curriculum(context, state),
  ];
  const when = whenOf(context, state);
  return texts.map((one) => {
    const standing = standingOf(states.get(one.id));
    const { dueMs } = standing;
    return { ...one, ...standing, dueMs: dueMs === null ? null : heldTo(dueMs, when) };
  });
}

const standings = new WeakMap<CardState, Omit<Standing, "id">>();

/** Nothing is known of a card whose state an older version wrote: it is new again. */
export function standingOf(found: CardState | null | undefined): Omit<Standing, "id"> {
  if (!found) return { memory: null, dueMs: null, suspended: null };
  const there = standings.get(found) ?? readStanding(found);
  standings.set(found, there);
  return there;
}

function readStanding(found: CardState): Omit<Standing, "id"> {
  const parsed = memory.safeParse(found.state);
  const { suspended } = found;
  if (!parsed.success) return { memory: null, dueMs: null, suspended };
  return { memory: parsed.data, dueMs: Date.parse(found.due), suspended };
}

const madeFirst = (a: KeptCard, b: KeptCard) => a.origin.localeCompare(b.origin);

const fromKept = ({ createdAt: _at, ...one }: KeptCard): Text => ({ ...one, source: null });

/**
 * Questions whose attempt is over. One that was never tried is no card: its answer would be read before anything
 * was said.
 */
function tried({ evidence }: LearnerState): Text[] {
  const newest = new Map<string, Text>();
  for (const { id: attemptId, drill, state } of evidence) {
    if (drill.work !== "question" || state === "open" || newest.has(drill.id)) continue;
    newest.set(drill.id, {
      id: questionCardId(drill.id),
      origin: "question",
      front: drill.title,
      back: "",
      concepts: drill.concepts,
      source: null,
      drillId: drill.id,
      attemptId,
    });
  }
  return [...newest.values()];
}

function curriculum({ curriculum: { cards } }: Context, { profile }: LearnerState): Text[] {
  const wanted = new Set(roles.find(({ id }) => id === profile.role)?.concepts);
  const fits = (one: Text) => (one.concepts.some((concept) => wanted.has(concept)) ? 0 : 1);
  return [...cards.values()]
    .map(({ id, front, back, concepts, source: url, asOf }): Text => {
      const source = { url, asOf };
      return {
        id,
        origin: "curriculum",
        front,
        back,
        concepts,
        source,
        drillId: null,
        attemptId: null,
      };
    })
    .toSorted((a, b) => fits(a) - fits(b));
}
