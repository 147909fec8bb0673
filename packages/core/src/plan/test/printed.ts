import { weekdayOf } from "../../learner/index.ts";
import type { Plan, PlanItem } from "../index.ts";

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** A plan as a page of a calendar: one line for each day, what is left out below. */
export const printed = ({ days, leftOut }: Plan): string =>
  [
    ...days.map(({ day, minutes, items, note }, at) =>
      [
        `Day ${String(at + 1).padStart(2)}  ${weekdays[weekdayOf(day)]}  ${String(minutes).padStart(3)} min`,
        ...items.map(itemWords),
        ...(note ? [`(${note})`] : []),
      ].join(" | "),
    ),
    "",
    "Left out",
    ...leftOut.map(({ what, trackId, why }) => `${trackId}: ${what}. ${why}`),
    "",
  ].join("\n");

function itemWords(item: PlanItem): string {
  if (item.what === "cards") return `${item.count} cards ${item.minutes}`;
  const { drill, part, minutes, again } = item;
  const of = part ? ` (${part.at} of ${part.of})` : "";
  return `${drill.title}${of} ${minutes}${again ? " again" : ""}`;
}
