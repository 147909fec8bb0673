import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { ConfirmDialog } from "./dialog.tsx";

test.each([
  ["what cannot be taken back waits for a choice", true, "Cancel", "closed"],
  ["else Enter does what was asked for", false, "Begin", "confirmed"],
])("%s", async (_name, danger, first, outcome) => {
  const done: string[] = [];
  const screen = await render(
    <ConfirmDialog
      title="Begin?"
      confirm="Begin"
      danger={danger}
      onConfirm={() => done.push("confirmed")}
      onClose={() => done.push("closed")}
    >
      <p>What it means.</p>
    </ConfirmDialog>,
  );
  await expect.element(screen.getByRole("button", { name: first })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(done).toEqual([outcome]);
});
