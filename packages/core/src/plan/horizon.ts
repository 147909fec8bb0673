import { addDays, daysBetween, rounds, weekdayOf, type Day } from "../learner/index.ts";
import type { PlanInput } from "./shapes.ts";

/** Eight weeks at most; four where there is no date. */
const longestDays = 56;
const usualDays = 28;

/** A day as it lies before anything is planned on it. */
export type Slot = {
  day: Day;
  /** "eve" is the day before the interview. */
  is: "work" | "rest" | "eve" | "interview";
  /** Minutes that can be planned; today, what is left. */
  minutes: number;
  /** How far the preparation has come on that day, 0 to 1. */
  at: number;
  /** Which working day of the preparation it is, from 1. */
  number: number;
};

export type Horizon = {
  slots: Slot[];
  /** Working days of the whole preparation, those before today included. */
  workdays: number;
  /** First day of the preparation. */
  from: Day;
  /** Null without a date, and where it is past. */
  interviewOn: Day | null;
  /** "phone screen" */
  round: string;
};

/** The days from today to the interview, and where they stand in the whole preparation. */
export function horizonOf({ today, profile, doneToday }: PlanInput): Horizon {
  const { interviewOn: told, minutesPerDay, restDays } = profile;
  const interviewOn = told !== null && told >= today ? told : null;
  const from = begin(today, profile.startedOn, interviewOn);
  const isRest = (day: Day) => restDays.includes(weekdayOf(day));
  const ends = interviewOn ?? addDays(from, usualDays);
  const workdays = daysFrom(from, Math.max(1, daysBetween(from, ends))).filter(
    (day) => !isRest(day),
  );
  const shown = interviewOn
    ? Math.min(longestDays, daysBetween(today, interviewOn) + 1)
    : usualDays;
  let number = workdays.findLastIndex((day) => day < today) + 1;
  const slots = daysFrom(today, shown).map((day): Slot => {
    const is =
      day === interviewOn
        ? "interview"
        : isRest(day)
          ? "rest"
          : interviewOn && addDays(day, 1) === interviewOn
            ? "eve"
            : "work";
    const works = is === "work" || is === "eve";
    // Days of an eight-week plan that begins later are all at its start.
    if (works && day >= from) number += 1;
    const minutes = Math.max(0, minutesPerDay - (day === today ? Math.ceil(doneToday) : 0));
    const at = Math.min(1, Math.max(0, number - 1) / Math.max(1, workdays.length - 1));
    return { day, is, minutes: works ? minutes : 0, at, number };
  });
  const round = rounds.find(({ id }) => id === profile.round)!.title.toLowerCase();
  return { slots, workdays: workdays.length, from, interviewOn, round };
}

/** Where the preparation began: at most eight weeks before the interview, and never after today without a date. */
function begin(today: Day, startedOn: Day, interviewOn: Day | null): Day {
  const started = startedOn < today ? startedOn : today;
  if (interviewOn === null) {
    return daysBetween(started, today) < usualDays ? started : addDays(today, 1 - usualDays);
  }
  const earliest = addDays(interviewOn, -longestDays);
  return started > earliest ? started : earliest;
}

const daysFrom = (day: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, at) => addDays(day, at));
