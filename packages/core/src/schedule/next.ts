import { forgetting_curve, fsrs, State, type Card as FsrsCard, type FSRS } from "ts-fsrs";

import type { Rating } from "../card.ts";
import { todayAt, dueInDays, dueInMinutes, lastDay, retentionAt, type When } from "./when.ts";
import type { Memory } from "./memory.ts";
import { intervalWords } from "./words.ts";

export type Next = { memory: Memory; /** ISO 8601. */ due: string };

/** One of the four buttons: what it leads to, and after how long the card comes back: "10 min", "3 days". */
export type Preview = Next & { interval: string };

export const ratings = [1, 2, 3, 4] as const satisfies readonly Rating[];

/**
 * What a review leads to: FSRS-6 with its published weights and no fuzz. Due dates are clamped here, since the
 * library's own limit on intervals lets some pass.
 */
export function next(memory: Memory | null, rating: Rating, when: When): Next {
  const { card } = scheduler(when).next(toCard(memory, when), new Date(when.now), rating);
  const inDays = card.state === State.Review;
  const minutes = (card.due.getTime() - when.now) / 60_000;
  const due = inDays ? dueInDays(card.scheduled_days, when) : dueInMinutes(minutes, when);
  return { memory: fromCard(card, when), due: new Date(due).toISOString() };
}

/** All four, in the order of the buttons. */
export const previews = (memory: Memory | null, when: When): Record<Rating, Preview> =>
  Object.fromEntries(
    ratings.map((rating): [Rating, Preview] => {
      const one = next(memory, rating, when);
      const last = one.memory.phase === "review" && lastDay(when) === todayAt(when);
      const interval = last ? "after the interview" : intervalWords(Date.parse(one.due), when);
      return [rating, { ...one, interval }];
    }),
  ) as Record<Rating, Preview>;

/** The chance that the card is recalled now, 0 to 1. */
export const recallChance = ({ stability, reviewedAt }: Memory, now: number): number => {
  const days = Math.max(0, (now - Date.parse(reviewedAt)) / 86_400_000);
  return forgetting_curve(scheduler(usualWhen).parameters.w, days, stability);
};

const usualWhen: When = { now: 0, offsetMinutes: 0, interviewOn: null };

const made = new Map<number, FSRS>();

/** One for each retention: making one costs more than asking it. */
function scheduler(when: When): FSRS {
  const retention = retentionAt(when);
  const there = made.get(retention);
  if (there) return there;
  const one = fsrs({ request_retention: retention, enable_fuzz: false });
  made.set(retention, one);
  return one;
}

const states = { learning: State.Learning, review: State.Review, relearning: State.Relearning };

function toCard(memory: Memory | null, { now }: When): FsrsCard {
  const rest = { elapsed_days: 0, scheduled_days: 0, due: new Date(now) };
  if (memory === null) {
    const blank = { stability: 0, difficulty: 0, learning_steps: 0, reps: 0, lapses: 0 };
    return { ...rest, ...blank, state: State.New };
  }
  const { stability, difficulty, phase, step, reps, lapses, reviewedAt } = memory;
  return {
    ...rest,
    stability,
    difficulty,
    reps,
    lapses,
    learning_steps: step,
    state: states[phase],
    // A clock that was set back must not give an age below nothing.
    last_review: new Date(Math.min(Date.parse(reviewedAt), now)),
  };
}

function fromCard(card: FsrsCard, { now }: When): Memory {
  const { stability, difficulty, learning_steps: step, reps, lapses, state } = card;
  const phase = { [State.Learning]: "learning", [State.Relearning]: "relearning" } as const;
  return {
    stability,
    difficulty,
    step,
    reps,
    lapses,
    phase: phase[state as State.Learning] ?? "review",
    reviewedAt: new Date(now).toISOString(),
  };
}
