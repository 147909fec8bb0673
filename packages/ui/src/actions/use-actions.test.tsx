import { useState } from "react";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";

import { ActionButton } from "./action-button.tsx";
import { useActionKeys, useActions } from "./use-actions.ts";

/** A page with a few actions that note what ran. */
function Page({ dialog = false }: { dialog?: boolean }) {
  const [ran, setRan] = useState<string[]>([]);
  const note = (id: string) => () => setRan((before) => [...before, id]);
  useActionKeys();
  useActions([
    { id: "today", title: "Today", keys: "g t", group: "Go to", run: note("today") },
    { id: "find", title: "Find", keys: "Mod+k", group: "Anywhere", run: note("find") },
    { id: "start", title: "Start", keys: "Enter", group: "This page", run: note("start") },
    { id: "told", title: "Told", keys: "x", group: "Help", helpOnly: true, run: note("told") },
    { id: "next", title: "Next", keys: "n", group: "This page", enabled: false, run: note("next") },
  ]);
  return (
    <>
      <input aria-label="Text" />
      <button type="button" onClick={note("pressed")}>
        Other
      </button>
      <ActionButton ids={["next", "start"]} />
      {dialog && <div role="dialog" aria-label="Open" />}
      <output aria-label="Ran">{ran.join(",")}</output>
    </>
  );
}

test.each([
  ["a sequence", "gt", "today"],
  ["a sequence with something between", "gxt", ""],
  ["a sequence that begins anew", "ggt", "today"],
  ["a chord", "{Control>}k{/Control}", "find"],
  ["a named key", "{Enter}", "start"],
  ["a key of what is not enabled", "n", ""],
  ["a key that only the help tells of", "x", ""],
])("%s on the page", async (_name, keys, expected) => {
  const screen = await render(<Page />);
  await userEvent.keyboard(keys);
  await expect.element(screen.getByLabelText("Ran")).toHaveTextContent(new RegExp(`^${expected}$`));
});

test("plain keys belong to the text field, chords do not", async () => {
  const screen = await render(<Page />);
  await screen.getByLabelText("Text").click();
  await userEvent.keyboard("gt{Enter}{Control>}k{/Control}");
  await expect.element(screen.getByLabelText("Text")).toHaveValue("gt");
  await expect.element(screen.getByLabelText("Ran")).toHaveTextContent(/^find$/);
});

test("Enter on a button presses that button only", async () => {
  const screen = await render(<Page />);
  screen.getByRole("button", { name: "Other" }).element().focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(screen.getByLabelText("Ran")).toHaveTextContent(/^pressed$/);
});

test("what lies behind a dialog waits", async () => {
  const screen = await render(<Page dialog />);
  await userEvent.keyboard("gt{Control>}k{/Control}");
  await expect.element(screen.getByLabelText("Ran")).toHaveTextContent(/^$/);
});

test("a button takes its words from the first action that is offered", async () => {
  const screen = await render(<Page />);
  await screen.getByRole("button", { name: /Start/ }).click();
  await expect.element(screen.getByLabelText("Ran")).toHaveTextContent(/^start$/);
});
