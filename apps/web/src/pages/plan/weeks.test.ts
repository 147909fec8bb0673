import { describe, expect, it } from "vitest";

import { weeksOf } from "./weeks.ts";

const day = (on: string, minutes = 30) => ({
  day: on,
  minutes,
  items: [],
  note: null,
  rest: false,
});

describe("weeksOf", () => {
  it.each([
    [
      "a Sunday ends its week",
      "2026-03-08",
      ["2026-03-08", "2026-03-09"],
      ["This week 30", "Next week 30"],
    ],
    ["a Monday begins one", "2026-03-09", ["2026-03-09", "2026-03-15"], ["This week 60"]],
    [
      "later weeks are named by their Monday, with the year where it is another",
      "2026-12-21",
      ["2026-12-27", "2026-12-28", "2027-01-03", "2027-01-04"],
      ["This week 30", "Next week 60", "Week of 4 January 2027 30"],
    ],
    ["no days, no weeks", "2026-03-09", [], []],
  ])("%s", (_what, today, days, titles) => {
    const weeks = weeksOf({ today, days: days.map((one) => day(one)) });
    expect(weeks.map(({ title, minutes }) => `${title} ${minutes}`)).toEqual(titles);
  });
});
