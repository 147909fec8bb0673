import type { Grade, Json, PublicDrill } from "@loopwright/core";
import { Announcer, useActionKeys, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { answered, lax, material, ports, right } from "./fixture.ts";
import { grade } from "./grade.ts";
import { reveal } from "./reveal.ts";
import { run } from "./run.ts";
import workspace from "./workspace.tsx";

const { brief, files } = material;

const base: Omit<StageProps, "draft" | "onDraft" | "stageId"> = {
  attemptId: "a1",
  drill: {} as PublicDrill,
  brief,
  files,
  state: "open",
  grade: null,
  reveal: null,
  conditions: "practice",
  timing: { activeMs: 0, pauses: [], perStageMs: {} },
  activeMs: () => 0,
  paused: false,
  onSubmit: () => Promise.resolve(),
  submitting: false,
  onRun: null,
  live: null,
  earlier: {},
  contests: [],
  onContest: () => Promise.resolve(),
};

/** What was saved last; null before the first change. */
const held: { draft: Json } = { draft: null };

/** What the shell does: it holds the draft, listens for keys and speaks. */
function Shell(props: Partial<StageProps>) {
  const [draft, setDraft] = useState<Json>(props.draft ?? null);
  useActionKeys();
  const Stage = workspace.stages["write"]!;
  const onDraft = (next: Json) => {
    held.draft = next;
    setDraft(next);
  };
  return (
    <>
      <Stage {...base} {...props} stageId="write" draft={draft} onDraft={onDraft} />
      <Announcer />
    </>
  );
}

beforeEach(() => {
  held.draft = null;
});

const asked = { stage: "write", seed: "1", ports } as const;
const running = (answer: Json) => () => run({ ...asked, brief, files, answer });
const field = () => page.getByRole("textbox", { name: "Bucket policy" });

test("a policy is typed, kept, run and submitted", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await render(<Shell onSubmit={onSubmit} onRun={running(answered(lax))} />);
  await field().click();
  await userEvent.keyboard("{Control>}{Home}{/Control} ");
  await expect.poll(() => held.draft).toEqual(answered(` ${files["bucket.json"]}`));

  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .element(page.getByText("reader reads receipts/1.pdf: allowed, as stated"))
    .toBeVisible();
  await page.getByText("reader reads receipts/1.pdf: allowed, as stated").click();
  await expect
    .element(page.getByText(/^Allowed: Statement 1 of “Bucket policy”/).first())
    .toBeVisible();

  await userEvent.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  expect(onSubmit).toHaveBeenCalledOnce();
});

test("what AWS would refuse is said at its place", async () => {
  await render(<Shell draft={answered(right.replace('"Action"', '"Acton"'))} />);
  const problems = page.getByRole("region", { name: "Problems of this document" });
  await expect.element(problems).toHaveTextContent("Has prohibited field Acton.");
  await problems.getByRole("button", { name: "line 1" }).first().click();
  await expect.element(field()).toHaveFocus();
});

test("a run on a refused document decides nothing", async () => {
  await render(<Shell onRun={running(answered("{"))} />);
  await page.getByRole("button", { name: "Run the examples" }).click();
  await expect
    .element(page.getByRole("region", { name: "Refused documents" }))
    .toHaveTextContent("Bucket policy, line 1");
});

test("the document is put back as it was", async () => {
  await render(<Shell draft={answered("gone")} />);
  await expect.element(field()).toHaveTextContent("gone");
  await page.getByRole("button", { name: "Restore Bucket policy" }).click();
  await expect.element(field()).not.toHaveTextContent("gone");
  expect(held.draft).toEqual({ documents: {} });
});

test("the estate shows what cannot be edited", async () => {
  await render(<Shell />);
  await page.getByRole("tab", { name: "Estate" }).click();
  await page.getByText("everything, identity policy").click();
  await expect.element(page.getByText(/"Effect": "Allow"/)).toBeVisible();
  await expect.element(page.getByText("Outside of the organisation.")).toBeVisible();
});

test("without a free Run there is no button for it", async () => {
  await render(<Shell conditions="interview" />);
  await expect.element(field()).toBeVisible();
  expect(page.getByRole("button", { name: "Run the examples" }).query()).toBeNull();
});

test("a damaged draft is shown as none", async () => {
  await render(<Shell draft={{ documents: { bucket: 3 } }} />);
  await expect.element(field()).toHaveTextContent("s3:*");
});

const exemplar = {
  slug: "named",
  title: "The reader is named",
  note: "Names the `reader`.",
  answer: { stages: { write: answered(right) }, actions: [] },
};
const revealed = reveal({ ...material, stage: "write", exemplars: [exemplar], grade: null });

test("afterwards each request is shown with its reason, the first surprise open", async () => {
  const answer = answered(lax);
  const given = {
    ...asked,
    ...material,
    answer,
    actions: [],
    timing: null,
    earlier: {},
    answers: {},
  };
  const graded: Grade = { status: "graded", ...(await grade(given)) };
  await render(<Shell state="graded" draft={answer} grade={graded} reveal={revealed} />);
  await expect.element(page.getByRole("heading", { name: "Policies graded" })).toBeVisible();
  const surprise = page.getByText("reader reads receipts/3.pdf: allowed, and is to be denied");
  await expect.element(surprise).toBeVisible();
  await expect.element(page.getByRole("link", { name: "AWS on this" })).toBeVisible();

  await page.getByRole("tab", { name: "The reader is named" }).click();
  await expect.element(page.getByText("reader", { exact: true })).toBeVisible();
  await expect.element(field()).toHaveTextContent("aws:SecureTransport");
});

test("documents that were refused leave the table undecided", async () => {
  await render(<Shell state="given-up" draft={answered("{")} reveal={revealed} />);
  await expect.element(page.getByText(/AWS would not store the documents/)).toBeVisible();
  await expect.element(page.getByText("stranger reads receipts/3.pdf: to be denied")).toBeVisible();
});
