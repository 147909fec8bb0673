import type { Contest, Criterion, Grade } from "@loopwright/core";
import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";

import { goToCriterion, type CriterionLinks } from "./criterion-links.ts";
import { GradePanel, type GradePanelProps } from "./grade-panel.tsx";
import { PassBarContext } from "./pass-bar.ts";

const criterion = (id: string, rest: Partial<Criterion> = {}): Criterion => ({
  id,
  title: `Criterion ${id}`,
  weight: 1,
  essential: false,
  verdict: "met",
  evidence: [],
  ...rest,
});

const graded = (criteria: Criterion[], texts: string[] = []): Grade => ({
  status: "graded",
  criteria,
  remarks: texts.map((text) => ({ weight: "actionable", text })),
  measures: [],
});

const panel = (grade: Grade) => <GradePanel title="Review graded" stage="review" grade={grade} />;

test.each([
  [
    "one figure",
    [criterion("a"), criterion("b", { verdict: "missed" })],
    "50 of 100; passes at 70",
  ],
  [
    "a range where something is unsure",
    [criterion("a"), criterion("b", { verdict: "unsure" })],
    "50 to 100 of 100; passes at 70",
  ],
])("the score in words: %s", async (_name, criteria, words) => {
  const screen = await render(panel(graded(criteria)));
  await expect.element(screen.getByText(words)).toBeVisible();
});

test("a kind with a range for a bar says what it asks", async () => {
  const bar = { low: 50, high: 85, essential: "not-missed" } as const;
  const grade = graded([criterion("a"), criterion("b", { verdict: "unsure" })]);
  const screen = await render(<PassBarContext value={bar}>{panel(grade)}</PassBarContext>);
  await expect
    .element(screen.getByText(/50 to 100 of 100; passes with 50 proven, 85 still possible and no/))
    .toBeVisible();
});

test("a criterion and its quotation are tied together", async () => {
  const quote = { type: "quote", text: "It was said.", start: 3, end: 15 } as const;
  const links = {
    labels: { a: "1" },
    active: null,
    onActive: vi.fn<(id: string | null) => void>(),
    onQuote: vi.fn<CriterionLinks["onQuote"]>(),
  };
  const missed = (id: string) => criterion(id, { verdict: "missed", evidence: [quote] });
  const grade = graded([missed("a"), missed("b")]);
  const screen = await render(
    <GradePanel title="Review graded" stage="review" grade={grade} links={links} />,
  );
  // What has no label has no place to go to.
  await screen.getByRole("button", { name: "It was said." }).click();
  expect(links.onQuote).toHaveBeenCalledExactlyOnceWith("a", quote);
  goToCriterion("b");
  expect(links.onActive).toHaveBeenLastCalledWith("b");
  await expect.element(screen.getByRole("listitem").nth(1)).toHaveFocus();
});

test("a reason that stands in the note is not said twice", async () => {
  const evidence = [{ type: "reason", text: "Nothing was said." } as const];
  const note = "Nothing was said.";
  const screen = await render(
    panel(graded([criterion("a", { verdict: "missed", note, evidence })])),
  );
  expect(screen.getByText(note).elements()).toHaveLength(1);
});

test("a verdict is spoken, not only drawn", async () => {
  const screen = await render(panel(graded([criterion("a", { verdict: "partly" })])));
  await expect.element(screen.getByRole("listitem")).toHaveTextContent("Partly: Criterion a");
});

test("the most important remark leads, the others come on request", async () => {
  const screen = await render(panel(graded([criterion("a")], ["One.", "Two.", "Three."])));
  await expect.element(screen.getByText("One.")).toBeVisible();
  await expect.element(screen.getByText("Two.")).not.toBeVisible();
  await screen.getByText("2 more remarks").click();
  await expect.element(screen.getByText("Three.")).toBeVisible();
});

const ran = (name: string, passed: boolean) =>
  ({ type: "test", name, passed, output: "" }) as const;

test("what is not met comes first, and a failed test leads its evidence", async () => {
  const evidence = [ran("works", true), ran("exploited", false)];
  const missed = (id: string) => criterion(id, { verdict: "missed", evidence });
  const screen = await render(panel(graded([criterion("a"), missed("b"), missed("c")])));
  const names = screen.getByRole("heading", { level: 3 });
  await expect.element(names.first()).toHaveTextContent("Criterion b");
  await expect.element(names.last()).toHaveTextContent("Criterion a");
  const last = screen.getByRole("listitem").nth(1);
  await expect.element(last.getByText("test exploited")).toBeVisible();
  await expect.element(last.getByText("test works")).not.toBeVisible();
});

test("the evidence of what is met comes on request", async () => {
  const met = criterion("a", { evidence: [ran("works", true)] });
  const screen = await render(panel(graded([met])));
  await expect.element(screen.getByText("test works")).not.toBeVisible();
  await screen.getByText("Evidence").click();
  await expect.element(screen.getByText("test works")).toBeVisible();
});

test("what could not be graded says what to do", async () => {
  const error = { code: "sandbox-failed", message: "Nothing ran.", next: "Submit again." };
  const screen = await render(panel({ status: "error", error }));
  await expect.element(screen.getByRole("alert")).toHaveTextContent("Nothing ran. Submit again.");
});

test("a contest is sent with its criterion, and only where something is not met", async () => {
  const onContest = vi.fn<NonNullable<GradePanelProps["onContest"]>>(async () => undefined);
  const grade = graded([criterion("a"), criterion("b", { verdict: "missed" })]);
  const screen = await render(
    <GradePanel title="Review graded" stage="review" grade={grade} onContest={onContest} />,
  );
  await screen.getByText("Contest", { exact: true }).click();
  await screen.getByLabelText("The key is wrong").click();
  await screen.getByLabelText("Why").fill("It is cast to int.");
  await screen.getByRole("button", { name: "Keep this contest" }).click();
  expect(onContest).toHaveBeenCalledExactlyOnceWith({
    criterion: "b",
    stage: "review",
    claim: "wrong",
    note: "It is cast to int.",
  });
});

test("a contest stands beside the verdict, which stays", async () => {
  const grade = graded([criterion("a", { verdict: "missed" })]);
  const contest: Contest = {
    criterion: "a",
    stage: "review",
    claim: "made",
    note: "In the second line.",
    at: "2026-01-01T00:00:00.000Z",
  };
  const screen = await render(
    <GradePanel
      title="Review graded"
      stage="review"
      grade={grade}
      contests={[contest]}
      onContest={async () => undefined}
    />,
  );
  await expect
    .element(screen.getByRole("listitem"))
    .toHaveTextContent(/Missed: .*Own word: .*second/);
});
