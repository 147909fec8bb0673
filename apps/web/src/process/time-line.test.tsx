import "@loopwright/ui/base.css";
import type { ProcessStep } from "@loopwright/core/learner";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";

import { TimeLine } from "./time-line.tsx";

const step = (id: string, over: Partial<ProcessStep> = {}): ProcessStep => ({
  id,
  title: id,
  on: null,
  done: false,
  note: "",
  ...over,
});

const steps = [
  step("Application", { on: "2025-12-30", done: true }),
  step("Assessment", { on: "2026-03-01", note: "online" }),
  step("Phone screen", { on: "2026-03-12", note: "60 min" }),
  step("Loop", { note: "four or five rounds" }),
  step("Decision"),
];

const words = () =>
  page
    .getByRole("listitem")
    .elements()
    .map((one) => one.textContent);

test("tells each stage, its state and its day, in order", async () => {
  await render(<TimeLine steps={steps} today="2026-03-12" />);
  await expect.element(page.getByRole("list", { name: /the process/i })).toBeVisible();
  expect(words()).toEqual([
    "Application, done30 December 2025",
    "Assessment, nextwas 1 March, online",
    "Phone screen, to cometoday, 60 min",
    "Loop, to comefour or five rounds",
    "Decision, to come",
  ]);
});

test("marks the first stage that is not done as the current step", async () => {
  await render(<TimeLine steps={steps} today="2026-03-01" />);
  const items = page.getByRole("listitem").elements();
  expect(items.map((one) => one.getAttribute("aria-current"))).toEqual([
    null,
    "step",
    null,
    null,
    null,
  ]);
});

test("has no current step when all are done", async () => {
  const done = steps.map((one) => ({ ...one, done: true }));
  await render(<TimeLine steps={done} today="2026-03-01" />);
  expect(document.querySelector("[aria-current]")).toBeNull();
});

test.each([
  [1440, "side by side", true],
  [390, "below each other", false],
])("at %i pixels the stages stand %s, and nothing is cut off", async (width, _how, wide) => {
  await page.viewport(width, 800);
  await render(<TimeLine steps={steps} today="2026-03-01" />);
  const [first, second] = page
    .getByRole("listitem")
    .elements()
    .map((one) => one.getBoundingClientRect());
  expect(first!.top === second!.top).toBe(wide);
  expect(first!.left === second!.left).toBe(!wide);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
