import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";

import { analyse } from "../../rules/index.ts";
import { Bench, type Seen } from "../form/bench.tsx";
import { sample } from "../form/sample.ts";
import { CoveragePanel } from "./coverage-panel.tsx";

async function open() {
  let last: Seen | undefined;
  const screen = await render(
    <Bench model={sample()} seen={(seen) => (last = seen)}>
      {(props) => <CoveragePanel {...props} analysis={analyse(props.model)} />}
    </Bench>,
  );
  const cell = (name: string) =>
    screen.container.querySelector<HTMLElement>(`[data-cell="${name}"]`)!;
  return { screen, cell, seen: () => last! };
}

test("a cell leads to its threats", async () => {
  const { screen, cell, seen } = await open();
  await userEvent.click(cell("R api"));
  await screen.getByRole("button", { name: "Nobody can tell who deleted an album" }).click();
  expect(seen().selected).toBe("t3");
});

test("a cell that nobody has filled says so", async () => {
  const { screen, cell } = await open();
  await userEvent.click(cell("S customer"));
  await expect.element(screen.getByText(/Nothing was found here/)).toBeVisible();
});

test("arrows walk the cells, one stop of the Tab key in all", async () => {
  const { screen, cell } = await open();
  const stops = screen.container.querySelectorAll('[data-cell][tabindex="0"]');
  expect([...stops].map((one) => one.getAttribute("data-cell"))).toEqual(["S customer"]);
  cell("S customer").focus();
  await userEvent.keyboard("{ArrowRight}{ArrowDown}{ArrowDown}{ArrowLeft}{ArrowLeft}");
  expect(document.activeElement).toBe(cell("S api"));
});
