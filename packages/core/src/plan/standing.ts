import { shownAnswerDays } from "../attempt-grade.ts";
import { addDays, daysBetween, type Day, type Evidence } from "../learner/index.ts";

/** Where a learner stands with one drill. */
export type Standing = {
  is: "new" | "begun" | "missed" | "shown" | "practised" | "passed";
  /** From when it may be planned again. */
  readyOn: Day;
  /** The attempt that says so; null where it is new. */
  last: Evidence | null;
};

/** An attempt that lies open for longer is left behind, without a word. */
const begunDays = 7;
/** A failed drill comes again after so many days; sooner where the interview is near. */
const againDays = 3;

type When = { today: Day; interviewOn: Day | null };

/** Standings of every drill that was tried; what is not in the map is new. */
export function standings(evidence: readonly Evidence[], when: When): Map<string, Standing> {
  const newest = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const there = newest.get(one.drill.id);
    if (there) there.push(one);
    else newest.set(one.drill.id, [one]);
  }
  return new Map(
    [...newest].flatMap(([id, attempts]) => {
      const standing = standingOf(attempts, when);
      return standing ? [[id, standing]] : [];
    }),
  );
}

/** `attempts` on one drill, newest first. */
function standingOf(attempts: readonly Evidence[], when: When): Standing | null {
  const { today } = when;
  const [newest] = attempts;
  if (newest?.state === "open" && daysBetween(newest.day, today) <= begunDays) {
    return { is: "begun", readyOn: today, last: newest };
  }
  const last = attempts.find(({ state }) => state !== "open");
  if (!last) return null;
  const after = (days: number) => addDays(last.day, days);
  const proof = attempts.find(({ counts }) => counts);
  if (last.state === "given-up") return { is: "shown", readyOn: after(soon(last, when)), last };
  if (!last.passed) return { is: "missed", readyOn: after(soon(last, when)), last };
  // A pass that can still become a proof is worth another sitting; a draft never can.
  const provable = !proof && last.drill.status === "reviewed";
  if (provable) return { is: "practised", readyOn: after(soon(last, when)), last };
  return { is: "passed", readyOn: after(shownAnswerDays), last };
}

/** Three days, or a third of what is left until the interview, but never on the same day. */
function soon({ day }: Evidence, { interviewOn }: When): number {
  if (interviewOn === null) return againDays;
  const left = Math.floor(daysBetween(day, interviewOn) / 3);
  return Math.min(againDays, Math.max(1, left));
}

/** Whether a prerequisite is fulfilled by what was done. */
export const isPassed = ({ is }: Standing): boolean => is === "passed" || is === "practised";

/** "yesterday", "4 days ago" */
export function agoWords(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}
