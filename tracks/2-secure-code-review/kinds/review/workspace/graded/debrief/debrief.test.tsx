import type { PublicDrill } from "@loopwright/core";
import { Announcer, useActionKeys, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { ReviewAnswer } from "../../../answer.ts";
import { mark, material } from "../../../fixture.ts";
import workspace from "../../../workspace.tsx";

const { brief, files, key } = material;
const [injection, ownership] = key.flaws;
if (!injection || !ownership) throw new Error("two flaws");
const { decoys, neutral, scan, sources } = key;
/** The paths of the fixture are one line long; here one of them is walked. */
const walked = {
  ...ownership,
  path: [
    { file: "app.py", line: 9, note: "order_id, from the path" },
    { file: "app.py", line: 12, note: "the row is loaded" },
  ],
};
const reveal = { flaws: [injection, walked], decoys, neutral, scan, sources };

const answer: ReviewAnswer = {
  findings: [mark(6, 6, { cwe: 89, markedAtMs: 65_000 }), mark(15, 15, { markedAtMs: 80_000 })],
  seen: [
    { file: "app.py", from: 1, to: 10, atMs: 0 },
    { file: "app.py", from: 11, to: 20, atMs: 30_000 },
  ],
};

const Review = workspace.stages["review"];

function Shell(given: Partial<StageProps>) {
  useActionKeys();
  if (!Review) throw new Error("no stage");
  const props: StageProps = {
    attemptId: "a1",
    drill: {} as PublicDrill,
    brief: brief,
    files,
    stageId: "review",
    draft: answer,
    onDraft: () => undefined,
    state: "graded",
    grade: null,
    reveal: reveal,
    conditions: "practice",
    timing: { activeMs: 0, pauses: [], perStageMs: { review: 90_000 } },
    activeMs: () => 0,
    paused: false,
    onSubmit: () => Promise.resolve(),
    submitting: false,
    onRun: null,
    live: null,
    earlier: {},
    contests: [],
    onContest: () => Promise.resolve(),
    ...given,
  };
  return (
    <>
      <Review {...props} />
      <Announcer />
    </>
  );
}

const line = (number: number) => page.getByRole("row", { name: new RegExp(`^${number} `) });
const openDebrief = () => page.getByRole("tab", { name: "Debrief" }).click();

test("a note on the lines leads to its flaw, what was missed stands first", async () => {
  await render(<Shell />);
  await page.getByRole("button", { name: "what to say about: ORDER BY injection" }).click();
  const summaries = page.getByText(/^\d\. /);
  await expect.element(summaries.first()).toHaveTextContent("1. Missing ownership check");
  const found = document.querySelector<HTMLDetailsElement>("#debrief-injection");
  expect(found?.open).toBe(true);
  expect(found?.querySelector("summary")).toBe(document.activeElement);
  await expect.element(page.getByText("seen at 0:30, never marked", { exact: true })).toBeVisible();
});

test("steps lead to their lines, by pointer and by keys, from path to path", async () => {
  await render(<Shell />);
  await openDebrief();
  await page.getByRole("button", { name: "order_id, from the path, app.py, line 9" }).click();
  await expect.element(line(9)).toHaveFocus();
  // Both numbers stand at the lines of the path from now on.
  await expect.element(page.getByLabelText("Step 1 of 2")).toBeVisible();
  await expect.element(page.getByLabelText("Step 2 of 2")).toBeVisible();

  await userEvent.keyboard("s");
  await expect.element(line(12)).toHaveFocus();
  await expect
    .element(page.getByText("Step 2 of 2 of “Missing ownership check”: the row is loaded"))
    .toBeInTheDocument();
  await userEvent.keyboard("s");
  await expect.element(line(5)).toHaveFocus();
  await userEvent.keyboard("s");
  await expect.element(line(5)).toHaveFocus();
  await userEvent.keyboard("S");
  await expect.element(line(12)).toHaveFocus();
});

test("the time line is a table that leads to the lines", async () => {
  await render(<Shell />);
  await openDebrief();
  const rows = page.getByRole("table").getByRole("row");
  expect(rows.elements().map((row) => row.textContent.replace(/^(\d:\d\d|–)/, "$1 "))).toEqual([
    "AtWhat happened",
    "0:00 app.py came on the screen",
    "0:30 Missed: Missing ownership check: seen at 0:30, never marked",
    "1:05 Met: ORDER BY injection: marked at 1:05, 65 s after it was seen",
    "1:20 Partly: False alarm: line 15 of app.py",
    "1:30 The review ended",
  ]);
  await page.getByRole("button", { name: "False alarm: line 15" }).click();
  await expect.element(line(15)).toHaveFocus();
});

test("what to say can be copied; a browser that refuses is told", async () => {
  const written = vi
    .spyOn(navigator.clipboard, "writeText")
    .mockResolvedValueOnce()
    .mockRejectedValueOnce(new Error("refused"));
  await render(<Shell />);
  await openDebrief();
  const copy = page.getByRole("button", { name: "Copy what to say about: Missing ownership" });
  await copy.click();
  expect(written.mock.calls[0]?.[0]).toContain("The finding, said aloud: The row is found by");
  await expect.element(page.getByText("Copied.", { exact: true })).toBeInTheDocument();
  await copy.click();
  await expect.element(page.getByText(/did not allow copying/)).toBeInTheDocument();
});

test("an attempt on an older drill lacks parts and times, and claims nothing of them", async () => {
  const { say: _say, scale: _scale, ...old } = walked;
  await render(
    <Shell
      draft={{ findings: [] }}
      reveal={{ ...reveal, flaws: [old] }}
      timing={{ activeMs: 0, pauses: [], perStageMs: {} }}
    />,
  );
  await openDebrief();
  await expect.element(page.getByText("never marked", { exact: true })).toBeVisible();
  await expect.element(page.getByText("The smallest safe repair")).toBeVisible();
  expect(page.getByText("Across a thousand services").query()).toBeNull();
});
