import type { Grade, Json, PublicDrill } from "@loopwright/core";
import { Announcer, useActionKeys, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { ReviewAnswer } from "./answer.ts";
import { material, portsReporting, rightFindings } from "./fixture.ts";
import { grade } from "./grade.ts";
import type { RunTranscript } from "./run.ts";
import workspace from "./workspace.tsx";

const { brief, files, key } = material;

const base: Omit<StageProps, "draft" | "onDraft" | "stageId"> = {
  attemptId: "a1",
  drill: {} as PublicDrill,
  brief: brief,
  files,
  state: "open",
  grade: null,
  reveal: null,
  conditions: "practice",
  timing: { activeMs: 0, pauses: [], perStageMs: {} },
  activeMs: () => 65_000,
  paused: false,
  onSubmit: () => Promise.resolve(),
  submitting: false,
  onRun: null,
  live: null,
  earlier: {},
  contests: [],
  onContest: () => Promise.resolve(),
};

/** What the shell does: it holds the draft, listens for keys and speaks. */
function Shell({ stageId, ...rest }: { stageId: string } & Partial<StageProps>) {
  const [draft, setDraft] = useState<Json>(rest.draft ?? null);
  useActionKeys();
  const Stage = workspace.stages[stageId];
  if (!Stage) throw new Error(`no stage ${stageId}`);
  return (
    <>
      <Stage
        {...base}
        {...rest}
        stageId={stageId}
        draft={draft}
        onDraft={(next) => {
          held.draft = next;
          setDraft(next);
        }}
      />
      <Announcer />
    </>
  );
}

/** What was saved last; null before the first change. */
const held: { draft: Json } = { draft: null };
const findings = () => (held.draft as ReviewAnswer | null)?.findings ?? [];

beforeEach(() => {
  held.draft = null;
});

const line = (number: number) => page.getByRole("row", { name: new RegExp(`^${number} `) });

test("a review is done with the keyboard alone", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await render(<Shell stageId="review" onSubmit={onSubmit} />);

  await userEvent.keyboard("{Tab}{ArrowDown}jjj{Shift>}{ArrowDown}{/Shift}{Enter}");
  await expect.element(page.getByRole("form", { name: "Finding on lines 5 to 6" })).toBeVisible();
  await userEvent.keyboard("sqli{Enter}");
  await page.getByRole("radio", { name: "high" }).click();
  await userEvent.keyboard("{Tab}Reads every order.{Control>}{Enter}{/Control}");

  await expect.element(page.getByText("CWE-89, SQL Injection, high")).toBeVisible();
  expect(findings()).toEqual([
    {
      id: "f1",
      file: "app.py",
      from: 5,
      to: 6,
      cwe: 89,
      severity: "high",
      impact: "Reads every order.",
      markedAtMs: 65_000,
    },
  ]);
  await expect.element(line(6)).toHaveFocus();

  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(onSubmit).toHaveBeenCalledOnce();
});

test("a slip leaves nothing behind, and what was removed comes back", async () => {
  await render(<Shell stageId="review" draft={{ findings: rightFindings }} />);
  await userEvent.keyboard("{Tab}{Enter}{Escape}");
  expect(findings()).toEqual(rightFindings);

  await page.getByRole("button", { name: "Remove the finding on line 6" }).click();
  expect(findings().map(({ from }) => from)).toEqual([12]);
  await expect.element(page.getByRole("heading", { name: "Findings, 1 pending" })).toHaveFocus();
  await page.getByRole("button", { name: "Undo" }).click();
  expect(findings()).toEqual(rightFindings);
});

test("the pointer marks by dragging over line numbers", async () => {
  await render(<Shell stageId="review" />);
  await userEvent.dragAndDrop(
    page.getByRole("rowheader", { name: "3", exact: true }),
    page.getByRole("rowheader", { name: "5", exact: true }),
  );
  await expect.element(page.getByRole("form", { name: "Finding on lines 3 to 5" })).toBeVisible();
});

test("the range can be changed in figures without losing the field", async () => {
  await render(<Shell stageId="review" draft={{ findings: rightFindings }} />);
  await page.getByRole("button", { name: "Edit the finding on line 6" }).click();
  const last = page.getByRole("spinbutton", { name: "Last line" });
  await last.fill("7");
  await expect.element(last).toHaveFocus();
  expect(findings()[0]).toMatchObject({ from: 6, to: 7 });
});

test.each([
  ["practice", 1],
  ["interview", 0],
] as const)("under %s conditions the pass list is offered %i times", async (conditions, times) => {
  await render(<Shell stageId="review" conditions={conditions} />);
  await expect.element(line(6)).toBeVisible();
  expect(page.getByRole("button", { name: "Show the pass list" }).elements()).toHaveLength(times);
});

const graded = async (answer: ReviewAnswer): Promise<Grade> => {
  const result = await grade({
    ...material,
    stage: "review",
    answer,
    seed: "1",
    actions: [],
    timing: null,
    earlier: {},
    answers: {},
    ports: portsReporting([]),
  });
  return { status: "graded", ...result };
};

test("the grade lands on the lines", async () => {
  const answer = { findings: rightFindings.slice(0, 1) };
  const { flaws, decoys, neutral, scan, sources } = key;
  await render(
    <Shell
      stageId="review"
      state="graded"
      draft={answer}
      grade={await graded(answer)}
      reveal={{ flaws, decoys, neutral, scan, sources }}
    />,
  );
  await expect.element(line(6)).toHaveAccessibleName(/Hit: ORDER BY injection \(CWE-89\)/);
  await expect.element(line(12)).toHaveAccessibleName(/Missed: Missing ownership check/);
  await expect.element(page.getByRole("heading", { name: "Review graded" })).toBeVisible();
});

test("what was found in a sentence stands beside the reference", async () => {
  const [first, second] = rightFindings;
  if (!first || !second) throw new Error("two findings");
  const part = { ...second, impact: "Customers open orders of strangers. It looks bad." };
  const answer = { findings: [{ ...first, impact: "" }, part] };
  const { flaws, decoys, neutral, scan, sources } = key;
  const onContest = vi.fn<StageProps["onContest"]>(() => Promise.resolve());
  await render(
    <Shell
      stageId="review"
      state="graded"
      draft={answer}
      grade={await graded(answer)}
      reveal={{ flaws, decoys, neutral, scan, sources }}
      onContest={onContest}
    />,
  );
  const found = page.getByText("Customers open orders of strangers", { exact: true }).first();
  await expect.element(found).toBeVisible();
  expect(found.element().tagName).toBe("MARK");
  const beside =
    "1 of 2 points found. Not found: was it said? Home addresses of customers come out.";
  await expect.element(page.getByText(beside, { exact: true })).toBeVisible();
  await expect.element(page.getByText("None.", { exact: true })).toBeVisible();

  await page.getByLabelText("Contest: Says what it costs: missing ownership check").click();
  await page.getByRole("button", { name: "Keep this contest" }).first().click();
  const contest = { criterion: "explain-ownership", stage: "review", claim: "made", note: "" };
  expect(onContest).toHaveBeenCalledExactlyOnceWith(contest);
});

const transcript: RunTranscript = {
  end: "finished",
  samples: [{ title: "Reads an order", steps: ["GET /orders/1\n→ 200 fine"] }],
  stdout: "",
  stderr: "",
};

test("a repair is typed, run and submitted", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const onRun = () => Promise.resolve(transcript);
  await render(<Shell stageId="repair" onRun={onRun} onSubmit={onSubmit} />);
  await page.getByRole("textbox", { name: "app.py" }).click();
  await userEvent.keyboard("{Control>}{Home}{/Control}import os{Enter}");
  expect(held.draft).toMatchObject({
    files: { "app.py": expect.stringMatching(/^import os\nline 1\n/) },
  });

  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByText("→ 200 fine")).toBeVisible();
  await userEvent.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  expect(onSubmit).toHaveBeenCalledOnce();

  await userEvent.keyboard("{Escape}{Tab}");
  await expect.element(page.getByRole("textbox", { name: "app.py" })).not.toHaveFocus();
});

test("a file can be put back as it was", async () => {
  await render(<Shell stageId="repair" />);
  const field = page.getByRole("textbox", { name: "app.py" });
  await field.click();
  await userEvent.keyboard("{Control>}{Home}{/Control}import os{Enter}");
  await expect.element(field).toHaveTextContent("import os");
  await page.getByRole("button", { name: "Restore app.py" }).click();
  await expect.element(field).not.toHaveTextContent("import os");
  expect(held.draft).toEqual({ files: {} });
});

test.each(["review", "repair"])("a damaged draft of the %s is shown as none", async (stageId) => {
  await render(<Shell stageId={stageId} draft={{ findings: 3, files: "x" }} />);
  await expect.element(page.getByText("line 20")).toBeVisible();
});

test("without a free Run there is no button for it", async () => {
  await render(<Shell stageId="repair" conditions="interview" />);
  await expect.element(page.getByRole("textbox", { name: "app.py" })).toBeVisible();
  expect(page.getByRole("button", { name: "Run the samples" }).query()).toBeNull();
});

test("afterwards each exemplar is shown as changes", async () => {
  const fixed = `${files["app.py"]}guard\n`;
  const exemplar = {
    slug: "guard",
    title: "Guard it",
    note: "Ends with `the guard`, and `the guard` is called.",
    files: { "app.py": fixed },
  };
  await render(
    <Shell stageId="repair" state="given-up" reveal={{ exemplars: [exemplar], flaws: [] }} />,
  );
  await expect.element(page.getByText("Nothing is different.")).toBeVisible();
  await page.getByRole("tab", { name: "Guard it" }).click();
  expect(page.getByText("the guard", { exact: true }).elements()).toHaveLength(2);
  await expect
    .element(page.getByRole("textbox", { name: "app.py, changes" }))
    .toHaveTextContent("guard");
});
