import { charsMax } from "@loopwright/prose/react";
import type { Grade, Json, PublicDrill } from "@loopwright/core";
import { Announcer, useActionKeys, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { textLengthMax } from "@loopwright/prose";
import { useState } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { graded, material } from "./fixture.ts";
import { reveal } from "./reveal.ts";
import workspace from "./workspace.tsx";

const base: Omit<StageProps, "draft" | "onDraft" | "stageId"> = {
  attemptId: "a1",
  drill: { text: material.text } as PublicDrill,
  brief: material.brief,
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

type Stage = "answer" | "probes" | "again";

/** What was saved last; null before the first change. */
const held: { draft: Json } = { draft: null };

beforeEach(async () => {
  held.draft = null;
  await page.viewport(1200, 900);
});

/** What the shell does: it holds the draft, listens for keys and speaks. */
function Shell({ stageId, ...rest }: { stageId: Stage } & Partial<Omit<StageProps, "stageId">>) {
  const [draft, setDraft] = useState<Json>(rest.draft ?? null);
  useActionKeys();
  const Stage = workspace.stages[stageId]!;
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

const submitting = () => vi.fn<() => Promise<void>>(() => Promise.resolve());

/** What the server shows of a stage that is over. */
const revealed = (stage: Stage, grade: Grade | null): Json =>
  reveal({ ...material, stage, grade, exemplars: [] });

/** An answer with its grade and reveal, as a later stage gets it. */
async function answered(text: string) {
  const grade = await graded("answer", { text });
  return { draft: { text }, grade, reveal: revealed("answer", grade) };
}

const { fixtures } = material.key;
const said = "Bind the values of each query. Tests cover it.";
const both = `${fixtures.wrong.text} ${said}`;
const mark = (words: RegExp) => page.getByRole("mark").filter({ hasText: words });
const criterion = (title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });

describe("answer", () => {
  test("the question stands above a field that counts words and estimates speech", async () => {
    await render(<Shell stageId="answer" />);
    await expect
      .element(page.getByRole("region", { name: "Question" }))
      .toHaveTextContent(/^A shop builds its statements by hand\. How do you stop injection\?$/);
    await userEvent.keyboard("w");
    await userEvent.keyboard("one two three");
    expect(held.draft).toEqual({ text: "one two three" });
    await expect
      .element(page.getByRole("textbox", { name: "Answer" }))
      .toHaveAccessibleDescription(/^3 words, about 10 s to say \(an estimate\)$/);
    await expect.element(page.getByText(/^Dictation: /)).toBeVisible();
  });

  test("Ctrl+Enter submits, but nothing that is blank or too long, and loses nothing", async () => {
    const onSubmit = submitting();
    await render(<Shell stageId="answer" onSubmit={onSubmit} />);
    const field = page.getByRole("textbox", { name: "Answer" });
    const submit = () => userEvent.keyboard("{Control>}{Enter}{/Control}");
    await submit();
    await expect.element(page.getByRole("alert")).toHaveTextContent("Nothing is said yet.");
    const long = "word ".repeat(charsMax / 5 + 1);
    await field.fill(long);
    await expect.element(field).toHaveAccessibleDescription(/^5 characters too many: 60,000/);
    await submit();
    expect(held.draft).toEqual({ text: long });
    expect(onSubmit).not.toHaveBeenCalled();
    await field.fill("Enough.");
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await submit();
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  test.each([
    ["practice", "true"],
    ["interview", "false"],
  ] as const)("under %s conditions spelling help is %s", async (conditions, on) => {
    await render(<Shell stageId="answer" conditions={conditions} />);
    const field = page.getByRole("textbox", { name: "Answer" });
    await expect.element(field).toHaveAttribute("spellcheck", on);
  });

  test("while it is graded, the text stays and cannot be changed", async () => {
    await render(<Shell stageId="answer" draft={{ text: "Said." }} submitting />);
    await expect.element(page.getByRole("status").first()).toHaveTextContent("Grading…");
    const field = page.getByRole("textbox", { name: "Answer" });
    await expect.element(field).toHaveAttribute("readonly");
    await expect.element(field).toHaveValue("Said.");
  });

  test.each([[3], [{ text: 7 }], [[]]] as Json[][])("a damaged draft %j is none", async (draft) => {
    await render(<Shell stageId="answer" draft={draft ?? null} />);
    await expect.element(page.getByRole("textbox", { name: "Answer" })).toHaveValue("");
  });

  test("the page's limit is the grader's", () => expect(charsMax).toBe(textLengthMax));
});

describe("the graded answer", () => {
  const show = async (text: string, rest: Partial<Omit<StageProps, "stageId">> = {}) =>
    render(<Shell {...await answered(text)} {...rest} stageId="answer" state="graded" />);

  test("sentences are marked, and each leads to its point", async () => {
    await show(fixtures.decent.text);
    await expect.element(mark(/^Bind the values of each query/)).toBeVisible();
    await page.getByRole("button", { name: /^Point 2, made here: The account/ }).click();
    await expect.element(criterion("2 The account of the application may do little")).toHaveFocus();
  });

  test("a quotation leads to its sentence", async () => {
    await show(both);
    await page
      .getByRole("listitem")
      .filter({ hasText: "said, and contradicted" })
      .getByRole("button", { name: "Bind the values of each query" })
      .click();
    await expect.element(mark(/^Bind the values of each query/)).toHaveFocus();
  });

  test("a known error is marked as one, with what is true instead", async () => {
    await show(both);
    await expect.element(mark(/^Escaping quotes is enough/)).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Known error" })).toBeVisible();
    await expect
      .element(page.getByRole("list", { name: "Known errors in it" }))
      .toHaveTextContent(/Escaping quotes is enough.*Instead: Escaping fails for numbers/);
  });

  test("what was not found asks, and a claim is kept as own word", async () => {
    const onContest = vi.fn<StageProps["onContest"]>(() => Promise.resolve());
    await show(said, { onContest });
    const point = criterion("2 The account of the application may do little");
    await expect.element(point).toHaveTextContent(/Unsure: .*Not found: was it said\?/);
    await point.getByText("Contest", { exact: true }).click();
    await point.getByRole("button", { name: "Keep this contest" }).click();
    expect(onContest).toHaveBeenCalledExactlyOnceWith({
      criterion: "point-privilege",
      stage: "answer",
      claim: "made",
      note: "",
    });
  });

  test("style is told in figures and never scored", async () => {
    await show(said);
    await expect.element(page.getByText("How it was said; never scored.")).toBeVisible();
    await expect.element(page.getByText("Mean sentence")).toBeVisible();
  });

  test("skipped, it says so", async () => {
    const grade: Grade = { status: "graded", criteria: [], remarks: [], measures: [] };
    await render(<Shell stageId="answer" state="skipped" grade={grade} />);
    await expect.element(page.getByText("Skipped.")).toBeVisible();
    await expect.element(page.getByRole("heading", { name: "Answer skipped" })).toBeVisible();
  });

  test("while a grade is withheld, the answer stands alone", async () => {
    await render(<Shell stageId="answer" state="graded" draft={{ text: "Said." }} />);
    await expect.element(page.getByText("the grade is not shown yet")).toBeVisible();
    await expect.element(page.getByText("Said.", { exact: true })).toBeVisible();
  });
});

describe("probes", () => {
  const vague = () => answered(fixtures.vague.text);

  test("they come one after another, with the keyboard alone", async () => {
    const onSubmit = submitting();
    const earlier = { answer: await vague() };
    await render(<Shell stageId="probes" earlier={earlier} onSubmit={onSubmit} />);
    await expect.element(page.getByText("Probe 1 of 2", { exact: true })).toBeVisible();
    await userEvent.keyboard("w");
    await userEvent.keyboard("Values apart.{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("textbox", { name: "Reply to probe 2" })).toHaveFocus();
    await userEvent.keyboard("Little.{Control>}{Enter}{/Control}");
    expect(held.draft).toEqual({ replies: { how: "Values apart.", reach: "Little." } });
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  test("a reply that is missing is named before it is left so", async () => {
    const onSubmit = submitting();
    const earlier = { answer: await vague() };
    await render(<Shell stageId="probes" earlier={earlier} onSubmit={onSubmit} />);
    await page.getByRole("button", { name: "Probe 2, no reply yet" }).click();
    await page.getByRole("textbox", { name: "Reply to probe 2" }).fill("Little.");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Without a reply: probe 1.");
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  test("where every point was made, nothing is asked and the stage ends by itself", async () => {
    const onSubmit = submitting();
    const earlier = { answer: await answered(fixtures.strong.text) };
    await render(<Shell stageId="probes" earlier={earlier} onSubmit={onSubmit} />);
    await expect
      .element(page.getByRole("heading", { name: "Nothing left to ask: every point was made" }))
      .toBeVisible();
    await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledOnce());
    expect(held.draft).toEqual({ replies: {} });
  });

  test("graded, each reply stands under its probe with what was found", async () => {
    const first = await answered(said);
    const draft = { replies: { reach: "The account is read-only." } };
    const grade = await graded("probes", draft, { earlier: { answer: first.grade } });
    await render(
      <Shell
        stageId="probes"
        state="graded"
        {...{ draft, grade, reveal: revealed("probes", grade), earlier: { answer: first } }}
      />,
    );
    const only = page.getByRole("region", { name: "Probe 1 of 1" });
    await expect.element(only).toHaveTextContent(/^What does an injection.*Met$/);
    await only.getByRole("button", { name: /^Point 1, made here/ }).click();
    await expect
      .element(criterion("1 What does an injection that is left still reach?"))
      .toHaveFocus();
  });
});

describe("second try", () => {
  test("it begins empty beside the first answer, which can be copied", async () => {
    const earlier = { answer: await answered(said) };
    await render(<Shell stageId="again" earlier={earlier} />);
    const field = page.getByRole("textbox", { name: "Second try" });
    await expect.element(field).toHaveValue("");
    await expect.element(mark(/^Bind the values/)).toBeVisible();
    const copy = page.getByRole("button", { name: "Start from the first answer" });
    await copy.click();
    await expect.element(field).toHaveValue(said);
    await expect.element(field).toHaveFocus();
    await expect.element(copy).not.toBeInTheDocument();
    await page.getByText("First answer", { exact: true }).click();
    await expect.element(mark(/^Bind the values/)).not.toBeInTheDocument();
  });

  test("graded, both tries stand side by side, point by point, before the reviewed answer", async () => {
    const first = await answered(said);
    const draft = { text: fixtures.strong.text };
    const grade = await graded("again", draft, { earlier: { answer: first.grade } });
    await render(
      <Shell
        stageId="again"
        state="graded"
        {...{ draft, grade, reveal: revealed("again", grade), earlier: { answer: first } }}
      />,
    );
    await expect
      .element(page.getByRole("region", { name: "First try" }))
      .toHaveTextContent(/Tests/);
    await expect
      .element(page.getByRole("region", { name: "Second try", exact: true }))
      .toHaveTextContent(/lint rule/);
    await expect
      .element(page.getByRole("row", { name: /^The account of the application/ }))
      .toHaveTextContent(/Unsure.*Met$/);
    await expect.element(page.getByText("Our own words, not a published scale.")).toBeVisible();
  });
});

describe("given up", () => {
  test.each(["answer", "probes", "again"] as const)("%s shows the reviewed answer", async (id) => {
    await render(<Shell stageId={id} state="given-up" reveal={revealed(id, null)} />);
    const heading = (name: string) => page.getByRole("heading", { name, exact: true });
    await expect.element(heading("The reviewed answer")).toBeVisible();
    await expect.element(mark(/^The account of the application is read-only/)).toBeVisible();
    await expect.element(mark(/^Escaping quotes is enough$/)).toBeVisible();
    await expect.element(heading("The panel goes deeper")).toBeVisible();
    const source = page.getByRole("link", { name: "CWE-89" });
    await expect.element(source).toHaveAttribute("rel", "noreferrer");
    await page.getByRole("button", { name: /^Point 1, made here: Values are bound/ }).click();
    const point = page.getByRole("listitem").filter({ hasText: "A bound value is never syntax." });
    await expect.element(point).toHaveFocus();
  });
});
