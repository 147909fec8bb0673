import type { Grade, Json, PublicDrill } from "@loopwright/core";
import { Announcer, useActionKeys, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { ItemAnswer } from "./answer.ts";
import * as fixture from "./fixture.ts";
import { graded, type Material } from "./fixture.ts";
import workspace from "./workspace.tsx";

const base: Omit<StageProps, "draft" | "onDraft" | "brief" | "files"> = {
  attemptId: "a1",
  drill: {} as PublicDrill,
  stageId: "answer",
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

beforeEach(() => {
  held.draft = null;
});

/** What the shell does: it holds the draft, listens for keys and speaks. */
function Shell({ of: { brief, files }, ...rest }: { of: Material } & Partial<StageProps>) {
  const [draft, setDraft] = useState<Json>(rest.draft ?? null);
  useActionKeys();
  const Stage = workspace.stages["answer"]!;
  return (
    <>
      <Stage
        {...base}
        {...{ brief, files }}
        {...rest}
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

/** The stage once it is graded, as the server hands it over. */
function Result({ of, answer }: { of: Material; answer: ItemAnswer }) {
  const grade: Grade = { status: "graded", ...graded(of, answer) };
  return <Shell of={of} state="graded" draft={answer} grade={grade} reveal={of.key} />;
}

const box = (name: string) => page.getByRole("checkbox", { name: `Text of ${name}.` });

describe("choose", () => {
  test("number keys choose and take back, wherever the focus is", async () => {
    await render(<Shell of={fixture.choose} />);
    await userEvent.keyboard("13");
    expect(held.draft).toEqual({ form: "choose", chosen: ["red", "blue"] });
    await box("green").click();
    await userEvent.keyboard("1");
    expect(held.draft).toEqual({ form: "choose", chosen: ["blue", "green"] });
    await expect.element(box("green")).toBeChecked();
    await userEvent.keyboard("79");
    expect(held.draft).toEqual({ form: "choose", chosen: ["blue", "green"] });
  });

  test("all options stand in one group that says its form", async () => {
    await render(<Shell of={fixture.choose} />);
    const group = page.getByRole("group", { name: "Choose all that apply" });
    expect(group.getByRole("checkbox").elements()).toHaveLength(4);
  });

  test("the result says of each option what is true and what was done", async () => {
    await render(
      <Result of={fixture.choose} answer={{ form: "choose", chosen: ["red", "green"] }} />,
    );
    const options = page.getByRole("list", { name: "Options" }).getByRole("listitem");
    const said = [
      "Met: Right, and chosen",
      "Missed: Wrong, but chosen",
      "Missed: Right, but left out",
      "Met: Wrong, and left out",
    ];
    for (const [index, words] of said.entries()) {
      await expect.element(options.nth(index)).toHaveTextContent(words);
    }
    await expect.element(page.getByText("This is how it is with grey")).toBeVisible();
  });
});

const stepNames = () =>
  page
    .getByRole("button", { name: /^Place/ })
    .elements()
    .map((one) => /Text of (\w+)/.exec(one.getAttribute("aria-label") ?? "")?.[1]);

describe("order", () => {
  const grip = (name: string) =>
    page.getByRole("button", { name: new RegExp(`^Place .*Text of ${name}`) });

  test("arrow keys move the step that has the focus, and it keeps it", async () => {
    await render(<Shell of={fixture.order} />);
    (grip("one").element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowUp}");
    expect(stepNames()).toEqual(["one", "four", "five", "three", "two"]);
    await expect.element(grip("one")).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}{End}");
    expect(stepNames()).toEqual(["four", "five", "three", "two", "one"]);
    await expect.element(grip("one")).toHaveFocus();
    await expect.element(page.getByText("Text of one: place 5 of 5.")).toBeInTheDocument();
  });

  test("buttons move it as well, and stay under the finger", async () => {
    await render(<Shell of={fixture.order} />);
    const down = page.getByRole("button", { name: "Down: Text of four" });
    await down.click();
    await down.click();
    expect(held.draft).toEqual({ form: "order", order: ["one", "five", "four", "three", "two"] });
    await expect.element(down).toHaveFocus();
  });

  test("a step is dragged to its place, down and up", async () => {
    await render(<Shell of={fixture.order} />);
    const drag = async (from: string, to: string, y: number) =>
      userEvent.dragAndDrop(
        page.getByText(`Text of ${from}.`),
        page.getByText(`Text of ${to}.`),
        // Past the middle of the row where it is let go.
        { targetPosition: { x: 20, y } },
      );
    await drag("four", "two", 30);
    await expect.poll(stepNames).toEqual(["one", "five", "three", "two", "four"]);
    await drag("two", "one", 2);
    await expect.poll(stepNames).toEqual(["two", "one", "five", "three", "four"]);
  });

  test("a quick hand lets go where it is, before the page has followed it", async () => {
    await render(<Shell of={fixture.order} />);
    const rowOf = (step: string) => page.getByText(`Text of ${step}.`).element().closest("li")!;
    const { top } = rowOf("four").getBoundingClientRect();
    const mouse = { bubbles: true, button: 0, pointerType: "mouse", clientY: top + 2 };
    rowOf("two").dispatchEvent(new PointerEvent("pointerdown", mouse));
    await expect.poll(() => rowOf("two").className).toMatch(/dragged/);
    // In one go: nothing is drawn in between.
    window.dispatchEvent(new PointerEvent("pointermove", mouse));
    window.dispatchEvent(new PointerEvent("pointerup", mouse));
    await expect.poll(stepNames).toEqual(["two", "four", "one", "five", "three"]);
  });

  test("the result stands in the right order, with the place where each step was put", async () => {
    const order = ["one", "three", "two", "five", "four"];
    await render(<Result of={fixture.order} answer={{ form: "order", order }} />);
    await expect
      .element(page.getByRole("list", { name: "The right order" }))
      .toHaveTextContent(
        /Text of one.*Place 1, and put there.*any order.*Text of two.*Place 2 to 3, and put there.*Text of four.*Missed: Place 4, but put at 5/,
      );
  });
});

describe("spot", () => {
  const line = (number: number) =>
    page.getByRole("option", { name: new RegExp(`^${number} ?line ${number}$`) });

  test("lines are marked with the keyboard alone", async () => {
    await render(<Shell of={fixture.spot} />);
    await userEvent.keyboard("{Tab}{ArrowDown}j {End} ");
    expect(held.draft).toEqual({ form: "spot", file: "lines.py", lines: [3, 8] });
    await userEvent.keyboard(" ");
    expect(held.draft).toEqual({ form: "spot", file: "lines.py", lines: [3] });
    await expect.element(line(3)).toHaveAttribute("aria-selected", "true");
    await expect.element(line(8)).toHaveFocus();
  });

  test("a click marks, and where one line is asked for, the mark moves", async () => {
    await render(<Shell of={fixture.spotOne} />);
    await line(2).click();
    await line(5).click();
    expect(held.draft).toEqual({ form: "spot", file: "lines.py", lines: [5] });
    await line(5).click();
    expect(held.draft).toEqual({ form: "spot", file: "lines.py", lines: [] });
  });

  test("the result explains lines where they stand, and evidence leads there", async () => {
    await render(
      <Result of={fixture.spot} answer={{ form: "spot", file: "lines.py", lines: [4, 7] }} />,
    );
    const rows = page.getByRole("region", { name: "lines.py" }).getByRole("listitem");
    await expect.element(rows.nth(3)).toHaveTextContent(/Met: Right, and marked: Early place/);
    await expect.element(rows.nth(5)).toHaveTextContent(/Missed: Right, but not marked/);
    await expect.element(rows.nth(6)).toHaveTextContent(/Missed: Wrong, but marked/);
    await page.getByRole("button", { name: "lines.py, line 7" }).click();
    await expect.element(rows.nth(6)).toHaveFocus();
  });
});

describe("value", () => {
  test("a value is typed, with its unit beside it", async () => {
    await render(<Shell of={fixture.number} />);
    const field = page.getByRole("textbox", { name: "Time to wait" });
    await field.fill("two");
    await expect.element(page.getByText("This is not read as a number.")).toBeVisible();
    await field.fill("2,5");
    await expect.element(field).toHaveAccessibleDescription(/Digits/);
    expect(held.draft).toEqual({ form: "value", value: "2,5" });
  });

  test("the result shows what was given, what is right, and the near misses", async () => {
    await render(<Result of={fixture.text} answer={{ form: "value", value: "Path" }} />);
    const values = page.getByRole("list", { name: "Values" });
    await expect
      .element(values)
      .toHaveTextContent(
        /Path.*Missed: Given, but wrong.*HttpOnly.*Right.*Secure.*though it may look right/,
      );
  });
});

test("Ctrl+Enter submits, but not a blank answer", async () => {
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await render(<Shell of={fixture.choose} onSubmit={onSubmit} />);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Nothing is chosen yet.");
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.keyboard("1");
  await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(onSubmit).toHaveBeenCalledOnce();
});

test.each(Object.entries(fixture.materials))("a damaged draft of %s is none", async (_name, of) => {
  const form = of.brief.form;
  const draft = { form, chosen: 3, order: "x", lines: {}, value: [] } as unknown as Json;
  await render(<Shell of={of} draft={draft} />);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByRole("alert")).toBeVisible();
});

test.each(Object.entries(fixture.materials))("the answer of %s is shown", async (_name, of) => {
  await render(<Shell of={of} state="given-up" reveal={of.key} />);
  await expect.element(page.getByText("Answer shown; nothing was graded.")).toBeVisible();
  await expect.element(page.getByText("A lesson that is one sentence long.")).toBeVisible();
  await expect.element(page.getByRole("link", { name: "A specification" })).toBeVisible();
});

test("while a grade is withheld, nothing of the key is shown", async () => {
  await render(<Shell of={fixture.choose} state="graded" />);
  await expect.element(page.getByText("what is right is not shown yet")).toBeVisible();
});
