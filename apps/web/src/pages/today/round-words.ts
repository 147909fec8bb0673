import type { TodayView } from "@loopwright/server";
import { count, dateWords } from "@loopwright/ui";

/** The heading of the page: what is prepared for, and how long there is. */
export function roundWords({ told, round }: Pick<TodayView, "told" | "round">): string {
  const { title, on, daysLeft } = round;
  if (!told || on === null || daysLeft === null) return "Today";
  if (daysLeft < 0) return `${title}: ${dateWords(on)} is over`;
  if (daysLeft === 0) return `${title} today`;
  return daysLeft === 1 ? `${title} tomorrow` : `${title} in ${count(daysLeft, "day")}`;
}
