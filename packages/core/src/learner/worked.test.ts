import { describe, expect, it } from "vitest";

import { addDays, dayOf, daysBetween, weekdayOf } from "./days.ts";
import { evidence } from "./fixture.ts";
import { heatWeeks, streak, workedDays } from "./worked.ts";

const today = "2026-03-11"; // A Wednesday.
const on = (day: string, minutes = 45) => ({ day, minutes, attempts: 1, reviews: 0 });

describe("days", () => {
  it.each([
    ["a month's end", "2026-02-28", 1, "2026-03-01"],
    ["a leap day", "2028-02-28", 1, "2028-02-29"],
    ["a clock change", "2026-03-28", 2, "2026-03-30"],
    ["back over a year", "2026-01-01", -1, "2025-12-31"],
  ])("goes over %s", (_what, day, days, then) => {
    expect(addDays(day, days)).toBe(then);
    expect(daysBetween(day, then)).toBe(days);
  });

  it.each([
    ["late in UTC, next day in Delhi", "2026-03-10T20:00:00Z", 330, "2026-03-11"],
    ["early in UTC, the day before in Seattle", "2026-03-11T03:00:00Z", -480, "2026-03-10"],
  ])("knows the day: %s", (_what, at, offset, day) => {
    expect(dayOf(Date.parse(at), offset)).toBe(day);
  });
});

describe("workedDays", () => {
  it("adds attempts and reviews of a day", () => {
    const attempts = [
      evidence({ day: "2026-03-02", activeMs: 20 * 60_000 }),
      evidence({ day: "2026-03-02", activeMs: 4 * 60_000 }),
      evidence({ day: "2026-03-01", activeMs: 5_000 }),
    ];
    const reviewed = [{ day: "2026-03-02", reviews: 12, minutes: 6 }];
    expect(workedDays(attempts, reviewed)).toEqual([
      { day: "2026-03-01", minutes: 1, attempts: 1, reviews: 0 },
      { day: "2026-03-02", minutes: 30, attempts: 2, reviews: 12 },
    ]);
  });
});

describe("streak", () => {
  it.each<[string, string[], number[], number]>([
    ["nothing yet", [], [], 0],
    ["today alone", ["2026-03-11"], [], 1],
    ["three days, today not yet", ["2026-03-08", "2026-03-09", "2026-03-10"], [], 3],
    ["two days missed in between", ["2026-03-07", "2026-03-10", "2026-03-11"], [], 3],
    ["three days missed in between", ["2026-03-06", "2026-03-10", "2026-03-11"], [], 2],
    ["three missed, two of them rest days", ["2026-03-06", "2026-03-10"], [0, 6], 2],
    ["long ago", ["2026-02-01"], [], 0],
    ["six rest days a week, one worked", ["2026-02-25", "2026-03-04"], [0, 1, 2, 4, 5, 6], 2],
  ])("counts %s", (_what, days, restDays, length) => {
    expect(
      streak(
        days.map((day) => on(day)),
        { today, restDays },
      ),
    ).toBe(length);
  });
});

describe("heatWeeks", () => {
  const weeks = heatWeeks([on("2026-03-09", 45), on("2026-03-10", 30), on("2026-03-11", 1)], {
    today,
    weeks: 26,
    minutesPerDay: 45,
  });

  it("begins each week on Monday and ends with today", () => {
    expect(weeks).toHaveLength(26);
    expect(weeks.every(({ from }) => weekdayOf(from) === 1)).toBe(true);
    expect(weeks.at(-1)?.days.map(({ day }) => day)).toEqual([
      "2026-03-09",
      "2026-03-10",
      "2026-03-11",
    ]);
    expect(weeks[0]?.days).toHaveLength(7);
  });

  it("shades a day by its share of the time that was meant for it", () => {
    expect(weeks.at(-1)?.days.map(({ shade }) => shade)).toEqual([3, 2, 1]);
    expect(weeks[0]?.days[0]?.shade).toBe(0);
  });
});
