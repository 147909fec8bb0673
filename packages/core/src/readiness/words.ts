import { shownAnswerDays } from "../attempt-grade.ts";
import { levelWords, type Bar, type Level } from "./levels.ts";
import type { Gap } from "./standing.ts";
import type { Subject } from "./subjects.ts";
import type { Way } from "./way.ts";

export const unmeasured = "No track of this version measures it.";

const terms = "under interview conditions, without hints and inside the time";

/** "1 drill", "5 different drills" */
const drillsWords = (number: number): string =>
  number === 1 ? "1 drill" : `${number} different drills`;

export const isDrawn = (goal: Subject["goal"]): boolean => (goal?.drawnOfLast ?? null) !== null;

const listed = (parts: readonly (string | false)[]): string =>
  parts.filter((one) => one !== false).join(", ");

/** What a bar asks for, as a sentence without its end. */
export function barWords({ drills, days, worked, hardest, areas }: Bar, last: number | null) {
  const many =
    last === null ? drillsWords(drills) : `${drills} of the last ${last} that the product drew`;
  return listed([
    `${many} passed in the last ${days} days, ${terms}`,
    worked > 0 && `${worked} of them more than a closed question`,
    hardest > 1 && `one at level ${hardest}`,
    areas > 0 && `over ${areas} areas`,
  ]);
}

/** What the present level says, with its numbers. */
export function definitionOf({ bars, goal }: Subject, level: Level): string {
  const bar = bars[level - 1];
  if (bar) return `${levelWords[level]}: at least ${barWords(bar, goal?.drawnOfLast ?? null)}.`;
  return `No evidence: no pass of the last ${bars[0].days} days counts, ${terms}.`;
}

/** "2 of 5 drills in 30 days; one at level 3 to go" */
export function statusOf({ bars: [, , top], goal }: Subject, gap: Gap): string {
  const what = isDrawn(goal) ? "drawn" : "drills";
  const done = top.drills - gap.drills;
  const togo = [
    gap.hardest > 0 && `one at level ${top.hardest}`,
    gap.areas > 0 && `${gap.areas} more ${gap.areas === 1 ? "area" : "areas"}`,
    gap.drills === 0 && gap.worked > 0 && `${gap.worked} more than a closed question`,
  ];
  const rest = done === 0 ? "" : listed(togo);
  return `${done} of ${top.drills} ${what} in ${top.days} days${rest && `; ${rest} to go`}`;
}

/** "today", "1 day ago" */
export function ageWords(ageDays: number): string {
  if (ageDays <= 0) return "today";
  return ageDays === 1 ? "1 day ago" : `${ageDays} days ago`;
}

/** What leads from here to a bar. `way` is null where the product draws. */
export function nextWords({ goal }: Subject, { bar, gap, way }: Missing): string {
  const word = levelWords[bar.level];
  const more = Math.max(gap.drills, way?.drills.length ?? 0);
  const single = more === 1;
  const asked = listed([
    isDrawn(goal)
      ? `${more} more of the last ${goal?.drawnOfLast} drawn`
      : `${more} more ${single ? "drill" : "different drills"}`,
    gap.worked > 0 && `${single ? "" : `${gap.worked} of them `}more than a closed question`,
    gap.hardest > 0 && `${single ? "" : "one "}at level ${bar.hardest}`,
    gap.areas > 0 && `over ${gap.areas} more ${gap.areas === 1 ? "area" : "areas"}`,
  ]);
  const sentences = [
    `${word} takes ${asked}, ${terms}.`,
    isDrawn(goal) && "Only what the product draws counts, so none is named here.",
    way?.reaches === false && tooFew(way),
    way?.shown && `An answer seen counts for nothing over ${shownAnswerDays} days.`,
  ];
  return sentences.filter(Boolean).join(" ");
}

const tooFew = ({ drills }: Way): string =>
  drills.length > 0
    ? "This version has no more drills than these."
    : "This version has no further drill.";

type Missing = { bar: Bar; gap: Gap; way: Way | null };
