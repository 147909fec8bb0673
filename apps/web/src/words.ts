import type { Conditions } from "@loopwright/core";
import { count, dateWords } from "@loopwright/ui";

import type { DrillSummary } from "@loopwright/server";

export { count, minutesWords } from "@loopwright/ui";

/** How facts are put into words, the same on every page. */
const locale = "en-GB";

const withWeekday = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
});
const hourAndMinute = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });

/** "Saturday 21 November" */
export const todayWords = (now = new Date()): string => withWeekday.format(now).replace(",", "");

/** "21 November, 10:42": what tells attempts of one day apart. */
export const momentWords = (iso: string): string =>
  `${dateWords(iso)}, ${timeWords(new Date(iso))}`;

/** "10:42" */
export const timeWords = (date: Date): string => hourAndMinute.format(date);

export const conditionsWords: Record<Conditions, string> = {
  practice: "Practice conditions",
  interview: "Interview conditions",
};

export const conditionsNotes: Record<Conditions, string> = {
  practice: "Free runs, hints and pauses. It trains; it proves no readiness.",
  interview: "Plain editor, no free run, no hints. Without hints, a pass counts for readiness.",
};

export const otherConditions = (one: Conditions): Conditions =>
  one === "practice" ? "interview" : "practice";

const languageNames: Record<string, string> = {
  python: "Python",
  javascript: "JavaScript",
  java: "Java",
  c: "C",
  cpp: "C++",
};

export const languageWords = (language: string): string => languageNames[language] ?? language;

type Minutes = DrillSummary["minutes"];

/** The honest estimate for the whole: "25 minutes". */
export const wholeWords = ({ limit, whole = limit }: Minutes): string => count(whole, "minute");

/** "2" of "3-some-track". */
export const numberOf = (trackId: string): string => trackId.split("-")[0] ?? "";
