import type { Grade, Json, PublicDrill } from "@loopwright/core";
import { useActionKeys, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { ScriptBrief } from "./brief.ts";
import type { ScriptReveal, TalkReveal } from "./reveal.ts";
import type { ScriptTranscript } from "./run.ts";
import workspace from "./workspace.tsx";

const brief = {
  exercise: "any",
  entry: "check_keys.py",
  start: "",
  runsAs: "The role key-hygiene",
  output: { schema: { type: "object" }, example: { findings: [] }, identity: ["user"] },
  exits: [{ code: 0, when: "Nothing is to be reported." }],
  sample: { size: 3, traits: [] },
  criteria: [],
  talk: ["first", "second", "third"].map((id) => ({ id, ask: `What of the ${id} thing?` })),
} as unknown as ScriptBrief & Json;

const base: Omit<StageProps, "draft" | "onDraft" | "stageId"> = {
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
  live: null,
  earlier: {},
  contests: [],
  onContest: () => Promise.resolve(),
};

const held: { draft: Json } = { draft: null };
beforeEach(() => void (held.draft = null));

type ShellProps = Partial<StageProps> & { stage: "write" | "talk"; start?: Json };

function Shell({ stage, start = null, ...props }: ShellProps) {
  const [draft, setDraft] = useState<Json>(start);
  useActionKeys();
  const Stage = workspace.stages[stage]!;
  const onDraft = (next: Json) => setDraft((held.draft = next));
  return <Stage {...base} stageId={stage} draft={draft} onDraft={onDraft} {...props} />;
}

const editor = () => page.getByRole("textbox", { name: "check_keys.py" });

test("in practice, names of modules and of a client's methods are offered, and one is taken by keyboard", async () => {
  await render(<Shell stage="write" />);
  await editor().click();
  await userEvent.keyboard('import boto3\niam = boto3.client("iam")\niam.list_users');
  await expect.element(page.getByRole("option", { name: /^list_users/ })).toBeVisible();
  // The editor takes no Enter in the moment in which the list opens.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await userEvent.keyboard("{Enter}()");
  await vi.waitFor(() => expect(JSON.stringify(held.draft)).toContain("iam.list_users()"));
});

test("under interview conditions nothing is offered", async () => {
  await render(<Shell stage="write" conditions="interview" />);
  await editor().click();
  await userEvent.keyboard("import json\njson.");
  await vi.waitFor(() => expect(JSON.stringify(held.draft)).toContain("json."));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect.element(page.getByRole("option")).not.toBeInTheDocument();
});

test("an empty program is not submitted, and a run shows output, calls and changes", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const transcript: ScriptTranscript = {
    end: "finished",
    exit: 2,
    stdout: "{}",
    stderr: "half of it",
    problem: "It has no list of findings.",
    written: ["left.txt"],
    calls: [
      {
        at: "09:00:00",
        call: "iam:DeleteUser",
        region: "us-east-1",
        error: "AccessDenied",
        changes: true,
      },
    ],
  };
  const onRun = vi.fn<() => Promise<Json>>(() => Promise.resolve(transcript as unknown as Json));
  await render(<Shell stage="write" onSubmit={onSubmit} onRun={onRun} />);
  await editor().click();
  await userEvent.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("The program is empty");
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  const last = page.getByRole("region", { name: "Last run" });
  await expect.element(last).toHaveTextContent("It ended with exit code 2.");
  await expect.element(last).toHaveTextContent("Files written: left.txt.");
  await last.getByText("1 call in the account").click();
  await expect
    .element(last)
    .toHaveTextContent("iam:DeleteUser us-east-1 changes something AccessDenied");
});

test("after the grade: the own program, others, and the least policy", async () => {
  const reveal: ScriptReveal = {
    lesson: "A check is worth what it says about what it did not see.",
    sources: [{ title: "IAM", url: "https://docs.aws.amazon.com/IAM/latest/APIReference/" }],
    exemplars: [{ slug: "pages", title: "Paginators", note: "Short.", source: "import boto3" }],
    policy: '{"Action": "iam:ListUsers"}',
  };
  const shown = { state: "graded", reveal: reveal as unknown as Json } as const;
  await render(<Shell stage="write" start={{ source: "print(1)" }} {...shown} />);
  await expect.element(page.getByLabelText("The submitted program")).toHaveTextContent("print(1)");
  await page.getByRole("tab", { name: "Paginators" }).click();
  await expect.element(page.getByLabelText("Paginators").last()).toHaveTextContent("import boto3");
  await page.getByRole("tab", { name: "To take along" }).click();
  await expect.element(page.getByText('{"Action": "iam:ListUsers"}')).toBeVisible();
});

test("the talk asks one question after another, and a reply left out is asked for once", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await render(<Shell stage="talk" onSubmit={onSubmit} />);
  await page.getByRole("textbox").fill("A role in each account.");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByText("What of the second thing?")).toBeVisible();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByText("What of the third thing?")).toBeVisible();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent("Without a reply: questions 2, 3.");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
  expect(held.draft).toEqual({ replies: { first: "A role in each account." } });
});

test("each reply is shown with what was found in it, and how it can be said", async () => {
  const text = "A role in each account.";
  const met = { weight: 1, essential: false, verdict: "met" as const };
  const grade: Grade = {
    status: "graded",
    criteria: [
      {
        ...met,
        id: "point-first-role",
        title: "A role in every account",
        evidence: [{ type: "quote", text: "A role", start: 0, end: 6 }],
      },
      {
        ...met,
        verdict: "unsure",
        id: "point-second-list",
        title: "The list is asked for",
        evidence: [],
      },
    ],
    remarks: [],
    measures: [],
  };
  const reveal: TalkReveal = {
    talk: [
      {
        id: "first",
        ask: "What of the first thing?",
        strong: "I would put a role there.",
        points: [{ id: "role", title: "A role in every account", why: "Keys would be worse." }],
        errors: [{ id: "keys", says: "Store keys.", instead: "Assume a role." }],
      },
    ],
  };
  const shown = { state: "graded", grade, reveal: reveal as unknown as Json } as const;
  await render(<Shell stage="talk" start={{ replies: { first: text } }} {...shown} />);
  const first = page.getByRole("region", { name: "Question 1 of 3" });
  await expect.element(first.getByRole("mark").first()).toHaveTextContent("A role");
  await expect
    .element(page.getByRole("region", { name: "Question 2 of 3" }))
    .toHaveTextContent("Nothing was said.");
  const others = page.getByRole("region", { name: "How it can be said" });
  await others.getByText("What of the first thing?").click();
  await expect.element(others).toHaveTextContent("I would put a role there.");
  await expect.element(others).toHaveTextContent("Assume a role.");
});
