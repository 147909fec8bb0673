import type { Files, Grade, Json, PublicDrill } from "@loopwright/core";
import { Announcer, useActionKeys, type Live, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { AccountBrief } from "./brief.ts";
import type { AccountReveal } from "./reveal.ts";
import workspace from "./workspace.tsx";

const brief: AccountBrief = {
  accounts: [
    { id: "111122223333", name: "Retail", note: "Runs the shop, and its `build`." },
    { id: "444455556666", name: "Ledger", note: "Keeps refunds." },
  ],
  seats: {
    reach: { as: "arn:aws:iam::111122223333:user/build", who: "A stolen key of the build server." },
    close: { as: "arn:aws:iam::111122223333:role/security", who: "The security engineer." },
  },
  region: "us-east-1",
  goals: [
    {
      id: "read",
      stage: "reach",
      title: "Read the settlement of yesterday",
      detail: "It lies in `ledger-settlements`.",
      weight: 2,
      essential: true,
      task: 1,
    },
    {
      id: "shut",
      stage: "close",
      title: "The build cannot reach it any more",
      weight: 2,
      essential: false,
      task: 2,
    },
  ],
};

const files: Files = { "notes.txt": "ask the ledger team\n", "policy.json": '{ "Version": 1 }' };

const base: Omit<StageProps, "draft" | "onDraft" | "stageId" | "live"> = {
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
  earlier: {},
  contests: [],
  onContest: () => Promise.resolve(),
};

type Body = { in: string; run?: string; save?: { path: string; text: string } };
type Act = (body: Body, files: Files) => Promise<Json> | Json;
type Done = { stage: string; line: string; stdout: string };

/** A terminal that repeats the line, and writes the file that follows `touch`. */
const echo: Act = ({ run, save }, now) => {
  const left = save ? { ...now, [save.path]: save.text } : now;
  const touched = /^touch (\S+)$/.exec(run ?? "")?.[1];
  return {
    command: run ? { exit: 0, stdout: `ran ${run}\n`, stderr: "", note: null } : null,
    files: touched ? { ...left, [touched]: "touched" } : left,
  };
};

/** What was done last, and what was saved as the answer. */
const held: { bodies: Body[]; draft: Json } = { bodies: [], draft: null };
beforeEach(() => {
  Object.assign(held, { bodies: [], draft: null });
});

type ShellProps = Partial<StageProps> & { act?: Act; before?: Done[] };

/** What the shell does: it keeps log and draft, listens for keys and speaks. */
function Shell({ act = echo, before, ...props }: ShellProps) {
  const [draft, setDraft] = useState<Json>(null);
  const [log, setLog] = useState<Live["log"]>(() => (before ?? []).map(logged));
  useActionKeys();
  const Stage = workspace.stages[props.stageId ?? "reach"]!;
  const live: Live = {
    log,
    act: async (body) => {
      held.bodies.push(body as Body);
      const now = (log.at(-1)?.view as { files: Files } | undefined)?.files ?? files;
      const view = await act(body as Body, now);
      setLog((so) => [...so, { seq: so.length + 1, atMs: 0, body, view }]);
      return view;
    },
  };
  const onDraft = (next: Json) => {
    held.draft = next;
    setDraft(next);
  };
  return (
    <div style={{ height: 700 }}>
      <Stage {...base} stageId="reach" {...props} live={live} draft={draft} onDraft={onDraft} />
      <Announcer />
    </div>
  );
}

const logged = ({ stage, line, stdout }: Done, at: number) => ({
  seq: at + 1,
  atMs: 0,
  body: { in: stage, run: line },
  view: { command: { exit: 0, stdout, stderr: "", note: null }, files },
});

const field = () => page.getByRole("textbox", { name: "Command" });
const tab = (name: string | RegExp) => page.getByRole("tab", { name });
const type = async (keys: string) => {
  await field().click();
  await userEvent.keyboard(keys);
};

test("goals, seat and accounts of the stage stand beside the terminal", async () => {
  await render(<Shell />);
  const goals = page.getByRole("region", { name: "Goals of this stage" });
  await expect.element(goals).toHaveTextContent("Read the settlement of yesterday");
  await expect.element(goals).not.toHaveTextContent("The build cannot reach it");
  await expect.element(page.getByText("A stolen key of the build server.")).toBeVisible();
  await expect.element(page.getByText("444455556666")).toBeVisible();
  await expect.element(page.getByText(/Nothing leaves this machine/)).toBeVisible();
  await expect.element(page.getByText("aws sts get-caller-identity")).toBeVisible();
});

test("the first command says that the terminal starts, those after it do not", async () => {
  const ends: (() => void)[] = [];
  const act: Act = async (body, now) => {
    await new Promise<void>((end) => ends.push(end));
    return echo(body, now);
  };
  await render(<Shell act={act} />);
  await type("ls{Enter}");
  await expect.element(page.getByText(/^Starting the terminal/)).toBeVisible();
  ends[0]?.();
  await expect.element(page.getByText("ran ls")).toBeVisible();
  await type("pwd{Enter}");
  await expect.element(page.getByText(/^Running/)).toBeVisible();
  ends[1]?.();
  await expect.element(page.getByText("ran pwd")).toBeVisible();
  expect(held.bodies).toEqual([
    { in: "reach", run: "ls" },
    { in: "reach", run: "pwd" },
  ]);
});

test("each stage shows what was run in it", async () => {
  const before = [
    { stage: "reach", line: "ls", stdout: "of reach\n" },
    { stage: "close", line: "ls", stdout: "of close\n" },
  ];
  await render(<Shell before={before} stageId="close" />);
  await expect.element(page.getByText("of close")).toBeVisible();
  expect(page.getByText("of reach").query()).toBeNull();
});

test("an error stands beside the line, which is kept", async () => {
  const refused = Object.assign(new Error("The server is gone."), { next: "Start it again." });
  await render(<Shell act={() => Promise.reject(refused)} />);
  await type("aws iam list-users{Enter}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("The server is gone.");
  await expect.element(field()).toHaveValue("aws iam list-users");
});

test.each([
  ["practice", "aws sts "],
  ["interview", "aws st"],
] as const)("under %s conditions Tab makes of “aws st”: “%s”", async (conditions, line) => {
  await render(<Shell conditions={conditions} />);
  await type("aws st{Tab}");
  await expect.element(field()).toHaveValue(line);
});

test("names of brief and files are completed", async () => {
  await render(<Shell />);
  await type("cat no{Tab}");
  await expect.element(field()).toHaveValue("cat notes.txt ");
  await field().fill("aws sts assume-role --role-arn arn:aws:iam::1");
  await userEvent.keyboard("{Tab}");
  await expect
    .element(field())
    .toHaveValue("aws sts assume-role --role-arn arn:aws:iam::111122223333:user/build ");
});

test("a file is edited, kept while the terminal is used, and saved", async () => {
  await render(<Shell />);
  await tab("Files (2)").click();
  const text = page.getByRole("textbox", { name: "Text of notes.txt" });
  await text.fill("ask nobody");
  await expect.element(page.getByRole("button", { name: "notes.txt not saved" })).toBeVisible();
  await tab("Terminal").click();
  await expect.element(field()).toBeVisible();
  await tab("Files (2)").click();
  await expect.element(text).toHaveValue("ask nobody");
  await text.click();
  await userEvent.keyboard("{Control>}s{/Control}");
  await expect
    .poll(() => held.bodies)
    .toEqual([{ in: "reach", save: { path: "notes.txt", text: "ask nobody" } }]);
  await expect.element(page.getByRole("status")).toHaveTextContent("Saved notes.txt.");
  await expect.element(page.getByText("Saved. Commands find it as")).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
});

test("JSON has its faults marked, and shows what a command wrote", async () => {
  const writes: Act = (_, now) => ({ ...echoed, files: { ...now, "policy.json": '{ "a": 2 }' } });
  const echoed = { command: { exit: 0, stdout: "", stderr: "", note: null } };
  await render(<Shell act={writes} />);
  await tab("Files (2)").click();
  await page.getByRole("button", { name: "policy.json" }).click();
  const editor = page.getByRole("textbox", { name: "Text of policy.json" });
  await editor.click();
  await userEvent.keyboard("{Control>}{End}{/Control},");
  await expect
    .element(page.getByRole("region", { name: "Problems of this document" }))
    .toBeVisible();
  await userEvent.keyboard("{Backspace}");
  await tab("Terminal").click();
  await type("write{Enter}");
  await tab("Files (2)").click();
  await expect.element(editor).toHaveTextContent('{ "a": 2 }');
});

test("a file is added, and a name that leads elsewhere is refused", async () => {
  await render(<Shell />);
  await tab("Files (2)").click();
  const name = page.getByRole("textbox", { name: "New file" });
  await name.fill("../elsewhere");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^Letters, digits/);
  await name.fill("drafts/trust.txt");
  await userEvent.keyboard("{Enter}");
  await page.getByRole("textbox", { name: "Text of drafts/trust.txt" }).fill("x");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.element(tab("Files (3)")).toBeVisible();
});

test("submitting hands in an empty answer, and only after something was run", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await render(<Shell onSubmit={onSubmit} />);
  await expect.element(field()).toBeVisible();
  await userEvent.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^Nothing was run yet/);
  expect(onSubmit).not.toHaveBeenCalled();
  await type("ls{Enter}");
  await expect.element(page.getByText("ran ls")).toBeVisible();
  await userEvent.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  expect(onSubmit).toHaveBeenCalledOnce();
  expect(held.draft).toEqual({});
});

test("nothing is submitted while a command runs", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const before = [{ stage: "reach", line: "ls", stdout: "" }];
  await render(<Shell onSubmit={onSubmit} before={before} act={() => new Promise(() => {})} />);
  await type("pwd{Enter}");
  await userEvent.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^A command is still running/);
  expect(onSubmit).not.toHaveBeenCalled();
});

test("a key leads to the terminal", async () => {
  await render(<Shell />);
  await tab("Files (2)").click();
  await userEvent.keyboard("t");
  await expect.element(field()).toHaveFocus();
});

const reveal: AccountReveal = {
  path: [
    { call: "aws iam list-roles", why: "Which roles trust `build` is the first question." },
    { call: "aws sts assume-role --role-arn …", why: "The trust names the whole account." },
  ],
  lesson: "A trust that names an account leaves the decision to that account.",
  sources: [{ title: "How to use trust policies", url: "https://docs.aws.amazon.com/IAM/x.html" }],
  exemplars: [
    { slug: "short", title: "Two calls", note: "Goes by `deploy`.", commands: ["ls", "pwd"] },
  ],
};
const grade: Grade = {
  status: "graded",
  criteria: [
    {
      id: "read",
      title: "Read the settlement of yesterday",
      verdict: "met",
      weight: 2,
      essential: true,
      evidence: [],
    },
  ],
  remarks: [],
  measures: [],
};

test("afterwards the way in is told, and nothing more can be run", async () => {
  const before = [{ stage: "reach", line: "ls", stdout: "notes.txt\n" }];
  await render(<Shell before={before} state="graded" grade={grade} reveal={reveal} />);
  await expect.element(page.getByRole("heading", { name: "Way in graded" })).toBeVisible();
  await expect.element(page.getByText("aws iam list-roles")).toBeVisible();
  await expect.element(page.getByText(reveal.lesson!)).toBeVisible();
  await expect.element(page.getByRole("link", { name: "How to use trust policies" })).toBeVisible();
  await tab("Terminal").click();
  await expect.element(page.getByRole("region", { name: "What was run" })).toBeVisible();
  await expect.element(page.getByText("notes.txt")).toBeVisible();
  expect(field().query()).toBeNull();
  await tab("Two calls").click();
  await expect.element(page.getByText("ls\n\npwd")).toBeVisible();
});

test("while the grade is held back, what was run can be read", async () => {
  await render(<Shell state="graded" />);
  await expect.element(page.getByText("Submitted; the grade is not shown yet.")).toBeVisible();
  await expect.element(page.getByText("Nothing was run.")).toBeVisible();
});
