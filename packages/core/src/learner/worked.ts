import { addDays, weekdayOf } from "./days.ts";
import type { Day, Evidence } from "./evidence.ts";

/** What was done on a day: attempts and their minutes of activity, cards reviewed. */
export type WorkedDay = { day: Day; minutes: number; attempts: number; reviews: number };

/** Cards of a day, and the minutes that they took. */
export type ReviewedDay = { day: Day; reviews: number; minutes: number };

/** Days on which anything was done, oldest first. Minutes are whole, and at least one where there was any work. */
export function workedDays(
  evidence: readonly Evidence[],
  reviewed: readonly ReviewedDay[],
): WorkedDay[] {
  const days = new Map<Day, WorkedDay & { ms: number }>();
  const of = (day: Day) => {
    const one = days.get(day) ?? { day, minutes: 0, attempts: 0, reviews: 0, ms: 0 };
    days.set(day, one);
    return one;
  };
  for (const { day, activeMs } of evidence) {
    const one = of(day);
    one.attempts += 1;
    one.ms += activeMs;
  }
  for (const { day, reviews, minutes } of reviewed) {
    const one = of(day);
    one.reviews += reviews;
    one.ms += minutes * 60_000;
  }
  return [...days.values()]
    .map(({ ms, ...one }) => ({ ...one, minutes: Math.max(1, Math.round(ms / 60_000)) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * Working days in a row, up to today. A streak freezes silently: two days without work do not end it, rest days
 * never do, and a day without work is not counted.
 */
export function streak(
  worked: readonly WorkedDay[],
  { today, restDays }: { today: Day; restDays: readonly number[] },
): number {
  const busy = new Set(worked.map(({ day }) => day));
  let length = 0;
  let frozen = 0;
  for (let day = today; frozen <= freezeDays; day = addDays(day, -1)) {
    if (busy.has(day)) {
      length += 1;
      frozen = 0;
    } else if (day !== today && !restDays.includes(weekdayOf(day))) frozen += 1;
  }
  return length;
}

export const freezeDays = 2;

type Shade = 0 | 1 | 2 | 3;
export type HeatWeek = { from: Day; days: (WorkedDay & { shade: Shade })[] };

/**
 * The last weeks, Monday first, the present one last and cut at today. A shade is a share of the time meant
 * for a day: some, from two thirds, and all of it.
 */
export function heatWeeks(
  worked: readonly WorkedDay[],
  { today, weeks, minutesPerDay }: { today: Day; weeks: number; minutesPerDay: number },
): HeatWeek[] {
  const known = new Map(worked.map((one) => [one.day, one]));
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const shadeOf = (minutes: number): Shade =>
    minutes === 0 ? 0 : minutes >= minutesPerDay ? 3 : minutes * 3 >= minutesPerDay * 2 ? 2 : 1;
  return Array.from({ length: weeks }, (_, at) => {
    const from = addDays(monday, (at + 1 - weeks) * 7);
    const days = Array.from({ length: 7 }, (_unused, day) => addDays(from, day))
      .filter((day) => day <= today)
      .map((day) => {
        const one = known.get(day) ?? { day, minutes: 0, attempts: 0, reviews: 0 };
        return { ...one, shade: shadeOf(one.minutes) };
      });
    return { from, days };
  });
}
