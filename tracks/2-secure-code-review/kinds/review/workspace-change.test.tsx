import type { Json, PublicDrill } from "@loopwright/core";
import { Announcer, useActionKeys, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { ReviewAnswer } from "./answer.ts";
import { portsReporting, rightFindings } from "./fixture.ts";
import { change, rightTriage } from "./fixture-change.ts";
import { grade } from "./grade.ts";
import workspace from "./workspace.tsx";

const base: Omit<StageProps, "draft" | "onDraft"> = {
  attemptId: "change",
  stageId: "review",
  drill: {} as PublicDrill,
  brief: change.brief,
  files: change.files,
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

const held: { draft: Json } = { draft: null };
const answer = () => held.draft as ReviewAnswer | null;

function Shell(props: Partial<StageProps>) {
  const [draft, setDraft] = useState<Json>(props.draft ?? null);
  useActionKeys();
  const Stage = workspace.stages["review"];
  if (!Stage) throw new Error("no review");
  const onDraft = (next: Json) => {
    held.draft = next;
    setDraft(next);
  };
  return (
    <>
      <Stage {...base} {...props} draft={draft} onDraft={onDraft} />
      <Announcer />
    </>
  );
}

beforeEach(async () => {
  held.draft = null;
  sessionStorage.clear();
  // Wide enough for the tree to stand beside the code.
  await page.viewport(1440, 900);
});

const inFile = (file: string) => page.getByRole("grid", { name: file });
const line = (file: string, number: number) =>
  inFile(file).getByRole("row", { name: new RegExp(`^${number} `) });
const tree = () => page.getByRole("navigation", { name: "Files" });

test("a change shows who wrote what, and each file by what happened to it", async () => {
  await render(<Shell />);
  await expect
    .element(page.getByRole("heading", { name: "Sort the list of orders" }))
    .toBeVisible();
  await expect.element(page.getByText("3 files changed +4 −5")).toBeVisible();
  const files = tree().getByRole("button");
  await expect.element(files.first()).toBeVisible();
  expect(files.elements().map((one) => one.textContent)).toEqual([
    "app.pychanged",
    "rows.pynew",
    "old.pyremoved",
    "service.yamlunchanged",
  ]);
  await expect.element(line("app.py", 6)).toHaveAccessibleName("6 line 6 (new)");
  await expect
    .element(page.getByRole("row", { name: "removed, was line 6 sorted by date" }))
    .toBeVisible();
  expect(inFile("deploy/service.yaml").query()).toBeNull();
});

test("what went cannot be marked, and what is put away can be shown and marked", async () => {
  const [first] = rightFindings;
  if (!first) throw new Error("a finding");
  await render(<Shell />);
  await tree().getByRole("button", { name: "service.yaml" }).click();
  await expect.element(line("deploy/service.yaml", 30)).toBeVisible();
  await expect.element(line("deploy/service.yaml", 1)).toHaveFocus();

  await page.getByRole("row", { name: "removed, was line 6 sorted by date" }).click();
  await expect.element(line("deploy/service.yaml", 1)).toHaveAttribute("aria-selected", "true");
});

const long = {
  ...change.files,
  "deploy/service.yaml": `${change.files["deploy/service.yaml"]}last: 1\n`,
};

test("moving into a fold opens it, and so does its button", async () => {
  await render(<Shell files={long} />);
  const fold = page.getByRole("button", { name: "Show 27 lines, 1 to 27" });
  await tree().getByRole("button", { name: "service.yaml" }).click();
  await expect.element(fold).toBeVisible();
  await expect.element(line("deploy/service.yaml", 31)).toHaveFocus();
  await userEvent.keyboard("kkkk");
  await expect.element(line("deploy/service.yaml", 27)).toHaveFocus();
  expect(fold.query()).toBeNull();
});

test("the fold's button shows its lines", async () => {
  await render(<Shell files={long} />);
  await page.getByRole("button", { name: "Show 27 lines, 1 to 27" }).click();
  await expect.element(line("deploy/service.yaml", 12)).toBeVisible();
});

test("brackets go from file to file, and v ticks one off and goes on", async () => {
  await render(<Shell />);
  await expect.element(line("app.py", 6)).toBeVisible();
  await userEvent.keyboard("]");
  await expect.element(line("app.py", 6)).toHaveFocus();
  await userEvent.keyboard("]");
  await expect.element(line("lib/rows.py", 1)).toHaveFocus();
  await userEvent.keyboard("[[");
  await expect.element(line("app.py", 6)).toHaveFocus();

  await userEvent.keyboard("v");
  await expect.element(line("lib/rows.py", 1)).toHaveFocus();
  expect(inFile("app.py").query()).toBeNull();
  await expect.element(tree().getByText("Files, 1 of 4 viewed")).toBeVisible();
  await expect.element(page.getByRole("checkbox", { name: "Viewed: app.py" })).toBeChecked();
});

test("a tick outlasts the page, and a jump opens what was closed", async () => {
  const { unmount } = await render(<Shell />);
  await page.getByRole("checkbox", { name: "Viewed: app.py" }).click();
  await unmount();
  await render(<Shell draft={{ findings: rightFindings }} />);
  await expect.element(page.getByRole("checkbox", { name: "Viewed: app.py" })).toBeChecked();
  expect(inFile("app.py").query()).toBeNull();
  await expect
    .element(tree().getByRole("button", { name: "app.py changed viewed 2 findings" }))
    .toBeVisible();
  await page.getByRole("button", { name: "app.py, line 12" }).click();
  await expect.element(line("app.py", 12)).toHaveFocus();
});

test("results are judged with the keyboard, and a real one is marked from its panel", async () => {
  await render(<Shell />);
  const result = page.getByRole("group", { name: "sql-format on line 6 of app.py" });
  await result.getByRole("radio", { name: "Real" }).click();
  expect(answer()?.triage).toEqual({ "sql-format@app.py:6": "real" });
  await expect
    .element(page.getByRole("heading", { name: "codescan, 1 of 3 judged" }))
    .toBeVisible();
  await userEvent.keyboard("{ArrowRight}");
  expect(answer()?.triage).toEqual({ "sql-format@app.py:6": "false" });
  await userEvent.keyboard("{ArrowLeft}");

  await page.getByRole("button", { name: "Mark line 6" }).click();
  await expect.element(page.getByRole("form", { name: "Finding on line 6" })).toBeVisible();
  expect(answer()).toMatchObject({
    triage: { "sql-format@app.py:6": "real" },
    findings: [{ file: "app.py", from: 6, to: 6, cwe: null, severity: null, impact: "" }],
  });

  await page.getByRole("button", { name: "deploy/service.yaml:3" }).click();
  await expect.element(line("deploy/service.yaml", 3)).toHaveFocus();
});

test("what stood on the screen is noted with its time", async () => {
  await render(<Shell />);
  await expect
    .poll(() => answer()?.seen?.[0], { timeout: 5000 })
    .toMatchObject({
      file: "app.py",
      atMs: 65_000,
    });
  expect(answer()?.findings).toEqual([]);
});

test("the grade stands on the lines of the change and on every result", async () => {
  const given: ReviewAnswer = {
    findings: rightFindings.slice(0, 1),
    triage: { ...rightTriage, "sql-cast@app.py:15": "real" },
  };
  const ports = portsReporting([]);
  const input = { seed: "1", actions: [], timing: null, earlier: {}, answers: {}, ports };
  const result = await grade({ ...change, ...input, stage: "review", answer: given });
  const { flaws, decoys, neutral, scan, sources } = change.key;
  await render(
    <Shell
      state="graded"
      draft={given}
      grade={{ status: "graded", ...result }}
      reveal={{ flaws, decoys, neutral, scan, sources }}
    />,
  );
  await expect.element(line("app.py", 6)).toHaveAccessibleName(/Hit: ORDER BY injection/);
  await expect.element(line("app.py", 12)).toHaveAccessibleName(/Missed: Missing ownership/);
  const judged = page.getByRole("heading", { name: "codescan, 2 of 3 judged rightly" });
  await expect.element(judged).toBeVisible();
  await expect.element(page.getByText("A false alarm, judged real.")).toBeVisible();
  expect(page.getByRole("checkbox", { name: /^Viewed/ }).query()).toBeNull();
});
