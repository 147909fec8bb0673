import { dateWords } from "@loopwright/ui";

/** What held on a day of a week. */
export type Week<T> = { day: string; value: T };

const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** "3 Dec": below an axis, where there is no room for more. */
export const weekWords = (day: string): string => short.format(new Date(`${day}T00:00:00Z`));

/** "3 December": a day without a time zone, said in whole. */
export const dayWords = (day: string): string => dateWords(`${day}T12:00:00`);

/** Words on an axis, as the page writes them. */
export const axisText = { fill: "var(--ink-soft)", fontSize: 12 };
