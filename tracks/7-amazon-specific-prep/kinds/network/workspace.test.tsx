import type { Grade, Json, PublicDrill } from "@loopwright/core";
import { Announcer, useActionKeys, type StageProps } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { gradedRepair, gradedTrace, material, publicBrief } from "./fixture.ts";
import { reveal } from "./reveal.ts";
import workspace from "./workspace.tsx";

const base: Omit<StageProps, "draft" | "onDraft" | "stageId"> = {
  attemptId: "a1",
  drill: {} as PublicDrill,
  brief: publicBrief,
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

/** What was saved last; null before the first change. */
const held: { draft: Json } = { draft: null };

beforeEach(() => {
  held.draft = null;
});

/** What the shell does: it holds the draft, listens for keys and speaks. */
function Shell({ stageId, ...rest }: { stageId: "trace" | "repair" } & Partial<StageProps>) {
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

const question = (name: string) => page.getByRole("group", { name });

describe("trace", () => {
  test("yes or no, and the rule from a list or from the network", async () => {
    await render(<Shell stageId="trace" />);
    await question("1. Shoppers").getByRole("radio", { name: "Yes" }).click();
    await page.getByRole("button", { name: /^sg-web\/in\/1:/ }).click();
    await question("2. Somebody tries SSH").getByRole("radio", { name: "No" }).click();
    await question("2. Somebody tries SSH").getByRole("combobox").selectOptions("sg-web/in/none");
    expect(held.draft).toEqual({
      answers: {
        shoppers: { reachable: true, rule: "sg-web/in/1" },
        ssh: { reachable: false, rule: "sg-web/in/none" },
      },
    });
    await expect
      .element(page.getByRole("button", { name: /^sg-web\/in\/none:/ }))
      .toHaveAttribute("aria-pressed", "true");
  });

  test("a rule alone says neither yes nor no, and is taken back by a second click", async () => {
    await render(<Shell stageId="trace" />);
    const rule = page.getByRole("button", { name: /^rtb-web\/0.0.0.0\/0:/ });
    await rule.click();
    expect(held.draft).toEqual({
      answers: { shoppers: { reachable: null, rule: "rtb-web/0.0.0.0/0" } },
    });
    await rule.click();
    expect(held.draft).toEqual({ answers: { shoppers: { reachable: null, rule: null } } });
  });

  test("is not submitted with questions left open", async () => {
    const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await render(<Shell stageId="trace" onSubmit={onSubmit} />);
    await question("1. Shoppers").getByRole("radio", { name: "Yes" }).click();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("alert")).toHaveTextContent("2 of 3 have no answer yet.");
    expect(onSubmit).not.toHaveBeenCalled();
    for (const name of ["2. Somebody tries SSH", "3. The mail sender"]) {
      await question(name).getByRole("radio", { name: "No" }).click();
    }
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  test("the result says what is true of each, and the way of the packet", async () => {
    const answers = { ssh: { reachable: false, rule: "sg-web/in/none" } };
    const grade: Grade = { status: "graded", ...gradedTrace(answers) };
    const shown = reveal({ ...material, stage: "trace", exemplars: [], grade });
    await render(
      <Shell stageId="trace" state="graded" draft={{ answers }} grade={grade} reveal={shown} />,
    );
    const list = page.getByRole("list", { name: "Answers" });
    await expect
      .element(list.getByText("stopped by"))
      .toHaveTextContent("No, stopped by sg-web/in/none.");
    await expect
      .element(list.getByRole("heading", { name: /Met.*Somebody tries SSH/ }))
      .toBeVisible();
  });
});

describe("repair", () => {
  const field = () => page.getByRole("textbox", { name: "sg-db, in" });

  test("rules are text; a line that cannot be read is told, and keeps it from being submitted", async () => {
    const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await render(<Shell stageId="repair" onSubmit={onSubmit} />);
    await expect.element(field()).toHaveValue("tcp 5432 from 10.0.0.0/16");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("alert")).toHaveTextContent("No rule was changed yet.");
    await field().fill("tcp 5432 sg-web");
    await expect.element(page.getByText("Line 1: ends with “from” and who is meant")).toBeVisible();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("Some lines cannot be read yet.");
    expect(onSubmit).not.toHaveBeenCalled();
    await field().fill("tcp 5432 from sg-web");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(held.draft).toEqual({ tables: { "sg-db/in": "tcp 5432 from sg-web" } });
    await page.getByRole("button", { name: "As it was" }).click();
    await expect.element(field()).toHaveValue("tcp 5432 from 10.0.0.0/16");
  });

  test("a flow is tried on the rules as they stand", async () => {
    await render(<Shell stageId="repair" />);
    await page.getByRole("combobox", { name: "From" }).fill("i-mail");
    await page.getByRole("combobox", { name: "To" }).fill("i-db");
    await page.getByRole("textbox", { name: "TCP port" }).fill("5432");
    await page.getByRole("button", { name: "Try" }).click();
    await expect.element(page.getByText(/^Reachable: i-mail to i-db/)).toBeVisible();
    await field().fill("tcp 5432 from sg-web");
    await expect.element(page.getByText(/sg-db\/in\/none stops the request/)).toBeVisible();
  });

  test("in an interview nothing is tried", async () => {
    await render(<Shell stageId="repair" conditions="interview" />);
    await expect.element(field()).toBeVisible();
    expect(page.getByRole("button", { name: "Try" }).elements()).toHaveLength(0);
  });

  test("a draft of another shape is shown as none", async () => {
    await render(<Shell stageId="repair" draft={{ tables: { "sg-db/in": 7 }, more: [] }} />);
    await expect.element(field()).toHaveValue("tcp 5432 from 10.0.0.0/16");
  });

  test("the result shows the debrief, the hidden table and another repair", async () => {
    const tables = { "sg-db/in": "" };
    const grade: Grade = { status: "graded", ...gradedRepair(tables) };
    const answer = {
      stages: { repair: { tables: { "sg-db/in": "tcp 5432 from sg-web" } } },
      actions: [],
    };
    const exemplars = [{ slug: "right", title: "Named", note: "By group.", answer }];
    const shown = reveal({ ...material, stage: "repair", exemplars, grade });
    await render(
      <Shell stageId="repair" state="graded" draft={{ tables }} grade={grade} reveal={shown} />,
    );
    await expect.element(page.getByText(material.key.lesson)).toBeVisible();
    await page.getByText("The hidden table: 2 flows").click();
    await expect.element(page.getByText("i-mail to i-db, tcp 5432")).toBeVisible();
    await page.getByText("A repair that holds: Named").click();
    await expect.element(page.getByText("tcp 5432 from sg-web")).toBeVisible();
  });
});
