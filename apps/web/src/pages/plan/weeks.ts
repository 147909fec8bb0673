import type { Day } from "@loopwright/core/learner";
import type { PlanView } from "@loopwright/server";

import { dayWords, mondayOf } from "../../process/day-words.ts";

type PlanDayView = PlanView["days"][number];
export type Week = { title: string; monday: Day; minutes: number; days: PlanDayView[] };

/** Days by the week that they lie in, Monday first. */
export function weeksOf({ days, today }: Pick<PlanView, "days" | "today">): Week[] {
  const weeks: Week[] = [];
  for (const day of days) {
    const monday = mondayOf(day.day);
    let week = weeks.at(-1);
    if (week?.monday !== monday) {
      week = { title: titleOf(monday, weeks.length, today), monday, minutes: 0, days: [] };
      weeks.push(week);
    }
    week.days.push(day);
    week.minutes += day.minutes;
  }
  return weeks;
}

function titleOf(monday: Day, at: number, today: Day): string {
  if (at === 0) return "This week";
  return at === 1 ? "Next week" : `Week of ${dayWords(monday, today)}`;
}
