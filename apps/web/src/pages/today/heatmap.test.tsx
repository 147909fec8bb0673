import "@loopwright/ui/base.css";
import { heatWeeks } from "@loopwright/core/learner";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";

import { Heatmap } from "./heatmap.tsx";

const today = "2026-03-11"; // A Wednesday.
const worked = [
  { day: "2026-03-02", minutes: 45, attempts: 2, reviews: 12 },
  { day: "2026-03-11", minutes: 1, attempts: 0, reviews: 3 },
];
const weeks = heatWeeks(worked, { today, weeks: 53, minutesPerDay: 45 });

it("is a table of weekdays and weeks, in which every day says its minutes", async () => {
  const page = await render(<Heatmap weeks={weeks} streakDays={0} />);
  await expect.element(page.getByRole("table", { name: /Minutes of work/ })).toBeVisible();
  expect(page.getByRole("rowheader").elements()).toHaveLength(7);
  expect(page.getByRole("columnheader").elements()).toHaveLength(54);
  const cells = page.getByRole("cell");
  expect(cells.elements()).toHaveLength(7 * 53);
  await expect.element(cells.getByText("45 minutes")).toBeInTheDocument();
  expect(cells.getByText("To come").elements()).toHaveLength(4);
});

it("tells what was done on a day, and shades it by its share", async () => {
  const page = await render(<Heatmap weeks={weeks} streakDays={0} />);
  const titled = (title: string) => page.getByTitle(title).element();
  const whole = titled("2 March: 45 minutes, 2 attempts, 12 cards");
  const some = titled("11 March: 1 minute, 3 cards");
  const none = titled("10 March: nothing");
  const shades = [whole, some, none].map((one) => getComputedStyle(one).backgroundColor);
  expect(new Set(shades).size).toBe(3);
});

it.each([
  [0, false],
  [1, false],
  [2, true],
])("of %i days in a row it speaks: %s", async (streakDays, told) => {
  const page = await render(<Heatmap weeks={weeks} streakDays={streakDays} />);
  expect(page.getByText(/in a row/).elements()).toHaveLength(told ? 1 : 0);
});
