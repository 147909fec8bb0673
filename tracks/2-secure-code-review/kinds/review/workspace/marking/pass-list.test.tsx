import "@loopwright/ui/base.css";
import { beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";

import { PassList } from "./pass-list.tsx";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test("the list is off until it is asked for, then it is remembered", async () => {
  const screen = await render(<PassList attemptId="a1" />);
  expect(screen.getByRole("checkbox").elements()).toHaveLength(0);
  await screen.getByRole("button", { name: "Show the pass list" }).click();
  expect(screen.getByRole("checkbox").elements()).toHaveLength(5);
  await screen.getByRole("checkbox", { name: /^Sinks/ }).click();
  await screen.unmount();

  const again = await render(<PassList attemptId="a1" />);
  await expect.element(again.getByRole("checkbox", { name: /^Sinks/ })).toBeChecked();
  await expect.element(again.getByRole("checkbox", { name: /^State/ })).not.toBeChecked();
  await again.unmount();

  const other = await render(<PassList attemptId="a2" />);
  await expect.element(other.getByRole("checkbox", { name: /^Sinks/ })).not.toBeChecked();
  await other.getByRole("button", { name: "Hide the pass list" }).click();
  expect(other.getByRole("checkbox").elements()).toHaveLength(0);
});
