import { addDays, dayOf, daysBetween } from "../learner/days.ts";
import type { Day } from "../learner/evidence.ts";

/** The moment of a review, as whoever asks knows it. */
export type When = {
  /** Milliseconds since 1970. */
  now: number;
  /** How much more than UTC the learner's clock shows. */
  offsetMinutes: number;
  /** Null while there is none. */
  interviewOn: Day | null;
};

const hourMs = 3_600_000;
/** Cards of a day are due from four in the morning: an hour of summer time does not move them to another day. */
const morningMs = 4 * hourMs;
const dayMs = 24 * hourMs;

export const todayAt = ({ now, offsetMinutes }: When): Day => dayOf(now, offsetMinutes);

/**
 * The last day on which a card may be due: the one before the interview. Null without an interview, and from its
 * day on, since nothing lies before it any more.
 */
export function lastDay(when: When): Day | null {
  const { interviewOn } = when;
  return interviewOn !== null && interviewOn > todayAt(when) ? addDays(interviewOn, -1) : null;
}

/** Wanted chance of recall: more in the last ten days, when less time is left to find out what was forgotten. */
export function retentionAt(when: When): number {
  const { interviewOn } = when;
  if (interviewOn === null) return usual;
  const left = daysBetween(todayAt(when), interviewOn);
  return left > 0 && left <= lastDays ? nearInterview : usual;
}

const usual = 0.9;
const nearInterview = 0.95;
const lastDays = 10;

/** Minutes from now, never past the last day. */
export function dueInMinutes(minutes: number, when: When): number {
  const last = lastDay(when);
  const due = when.now + minutes * 60_000;
  return last === null ? due : Math.min(due, startOf(last, when) + dayMs - 1);
}

/** The morning of the day so many days on, never past the last day. On the last day itself: its end. */
export function dueInDays(days: number, when: When): number {
  const today = todayAt(when);
  const last = lastDay(when);
  if (last === today) return startOf(last, when) + dayMs - 1;
  const wanted = addDays(today, days);
  return startOf(last !== null && wanted > last ? last : wanted, when) + morningMs;
}

/**
 * A due date as the interview of now wants it: one that was set for a later interview, or for none, comes forward to
 * the morning of the last day.
 */
export function heldTo(dueMs: number, when: When): number {
  const last = lastDay(when);
  if (last === null || dueMs < startOf(last, when) + dayMs) return dueMs;
  return startOf(last, when) + morningMs;
}

const startOf = (day: Day, { offsetMinutes }: When): number =>
  Date.parse(`${day}T00:00:00Z`) - offsetMinutes * 60_000;
