import type { Json, PublicDrill } from "@loopwright/core";
import { useActionKeys, type Live, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { InvestigateBrief } from "./brief.ts";
import type { InvestigateReveal } from "./reveal.ts";
import workspace from "./workspace.tsx";

const asked = { weight: 2, essential: true, task: 1 };
const seat = { as: "arn:aws:iam::111122223333:role/responder", who: "The responder on call." };
const brief: InvestigateBrief = {
  accounts: [{ id: "111122223333", name: "Retail", note: "Runs the shop." }],
  seats: { find: seat, contain: seat },
  region: "eu-west-1",
  questions: [
    { id: "first", type: "event", title: "Which event is the first of the intruder?", ...asked },
    {
      id: "made",
      type: "names",
      title: "What did the intruder make?",
      detail: "Users, roles, `keys`.",
      ...asked,
    },
    {
      id: "read",
      type: "choice",
      title: "What was read for certain?",
      many: true,
      options: [
        { id: "secret", text: "The secret." },
        { id: "objects", text: "The objects." },
        { id: "none", text: "Nothing." },
      ],
      ...asked,
    },
    {
      id: "how",
      type: "choice",
      title: "How was it delivered?",
      many: false,
      options: [
        { id: "one", text: "By IMDSv1." },
        { id: "two", text: "By IMDSv2." },
        { id: "neither", text: "By neither." },
      ],
      ...asked,
    },
  ],
  goals: [{ id: "dead", title: "The key opens nothing any more", ...asked, task: 2 }],
};

const base: Omit<StageProps, "draft" | "onDraft" | "stageId" | "live"> = {
  attemptId: "a1",
  drill: {} as PublicDrill,
  brief,
  files: {},
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
  earlier: {},
  contests: [],
  onContest: () => Promise.resolve(),
};

/** What was saved as the answer. */
const held: { draft: Json } = { draft: null };
beforeEach(() => void (held.draft = null));

type ShellProps = Partial<StageProps> & { start?: Json };

function Shell({ start = null, ...props }: ShellProps) {
  const [draft, setDraft] = useState<Json>(start);
  useActionKeys();
  const Stage = workspace.stages[props.stageId ?? "find"]!;
  const onDraft = (next: Json) => {
    held.draft = next;
    setDraft(next);
  };
  const live: Live = props.live ?? { log: [], act: () => Promise.resolve(null) };
  return (
    <div style={{ height: 700 }}>
      <Stage {...base} stageId="find" {...props} live={live} draft={draft} onDraft={onDraft} />
    </div>
  );
}

const field = (name: string) => page.getByRole("textbox", { name });
const submitKeys = "{Control>}{Shift>}{Enter}{/Shift}{/Control}";

test("each question has its field, and what is typed is kept", async () => {
  await render(<Shell />);
  await field("Which event is the first of the intruder?").fill("2026-03-02T02:10:00Z");
  await field("What did the intruder make?").fill("user/backup\nrole/night\n");
  await page.getByRole("checkbox", { name: "The secret." }).click();
  await page.getByRole("checkbox", { name: "Nothing." }).click();
  await page.getByRole("checkbox", { name: "Nothing." }).click();
  await page.getByRole("radio", { name: "By IMDSv1." }).click();
  await page.getByRole("radio", { name: "By IMDSv2." }).click();
  expect(held.draft).toEqual({
    answers: {
      first: ["2026-03-02T02:10:00Z"],
      made: ["user/backup", "role/night", ""],
      read: ["secret"],
      how: ["two"],
    },
  });
});

test("a draft that was kept is shown again", async () => {
  await render(<Shell start={{ answers: { made: ["user/backup"], how: ["one"] } }} />);
  await expect.element(field("What did the intruder make?")).toHaveValue("user/backup");
  await expect.element(page.getByRole("radio", { name: "By IMDSv1." })).toBeChecked();
});

test("findings are submitted once a question is answered, without a command", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await render(<Shell onSubmit={onSubmit} />);
  await expect.element(field("Command")).toBeVisible();
  await userEvent.keyboard(submitKeys);
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^No question was answered yet/);
  await field("What did the intruder make?").fill("  ");
  await userEvent.keyboard(submitKeys);
  expect(onSubmit).not.toHaveBeenCalled();
  await field("What did the intruder make?").fill("user/backup");
  await userEvent.keyboard(submitKeys);
  expect(onSubmit).toHaveBeenCalledOnce();
});

test("the containment shows its goals, and wants a command", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await render(<Shell stageId="contain" onSubmit={onSubmit} />);
  await expect.element(page.getByText("The key opens nothing any more")).toBeVisible();
  expect(field("What did the intruder make?").query()).toBeNull();
  await userEvent.keyboard(submitKeys);
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^Nothing was run yet/);
  expect(onSubmit).not.toHaveBeenCalled();
});

test("afterwards it is told what happened", async () => {
  const reveal: InvestigateReveal = {
    story: [{ at: "2026-03-02 02:10", what: "The key lists the users." }],
    lesson: null,
    sources: [],
    exemplars: [{ slug: "a", title: "Way 1", note: "", commands: ["aws iam list-users"] }],
  };
  await render(<Shell state="graded" reveal={reveal} />);
  await expect.element(page.getByText("The key lists the users.")).toBeVisible();
  await page.getByRole("tab", { name: "Way 1" }).click();
  await expect.element(page.getByText("aws iam list-users")).toBeVisible();
});
