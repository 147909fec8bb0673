import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";

import { Bench, modelOf, type Seen } from "../form/bench.tsx";
import { Outline } from "./outline.tsx";

const model = modelOf({
  zones: [
    { id: "internet", name: "Internet", trust: 0 },
    { id: "cloud", name: "Cloud", trust: 80 },
  ],
  elements: [
    { id: "app", name: "App", type: "process", zone: "internet" },
    { id: "api", name: "API", type: "process", zone: "cloud" },
  ],
  flows: [{ id: "f", name: "upload", source: "app", target: "api" }],
});

async function open(readOnly = false) {
  let last: Seen | undefined;
  const screen = await render(
    <Bench model={model} seen={(seen) => (last = seen)}>
      {(props) => <Outline {...props} readOnly={readOnly} />}
    </Bench>,
  );
  const row = (name: RegExp) => screen.getByRole("treeitem", { name });
  const press = async (keys: string) => {
    await userEvent.keyboard(keys);
    // Focus follows after the next paint.
    await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  return { screen, row, press, seen: () => last! };
}

test("arrows walk the tree, and what they reach is selected", async () => {
  const { row, press, seen } = await open();
  await row(/^▾?Internet/).click();
  const path: (string | null)[] = [];
  for (const key of [
    "ArrowDown",
    "ArrowRight",
    "ArrowLeft",
    "ArrowLeft",
    "ArrowDown",
    "End",
    "Home",
  ]) {
    await press(`{${key}}`);
    path.push(document.activeElement?.getAttribute("data-row") ?? null);
  }
  // In, further in, out to the element; folded; past it; the last heading; the first zone.
  expect(path).toEqual(["app", "f", "app", "app", "cloud", "list:mitigations", "internet"]);
  expect(seen().selected).toBe("internet");
});

test("a part is added where the selection is, named, moved and deleted by keys", async () => {
  const { screen, row, press, seen } = await open();
  await row(/^▾?Cloud/).click();
  await screen.getByRole("button", { name: "+ Store" }).click();
  await press("Photos{Enter}");
  expect(seen().model.elements.at(-1)).toMatchObject({
    name: "Photos",
    type: "store",
    zone: "cloud",
  });
  expect(document.activeElement?.textContent).toContain("Photos");

  await press("{F2}Pictures{Enter}");
  expect(seen().model.elements.at(-1)?.name).toBe("Pictures");

  await screen.getByRole("button", { name: "Move" }).click();
  await screen.getByRole("combobox", { name: "Move Pictures into" }).fill("internet");
  await press("{Enter}");
  expect(seen().model.elements.at(-1)?.zone).toBe("internet");

  await row(/Pictures/).click();
  await press("{Delete}");
  expect(seen().model.elements).toHaveLength(2);
  expect(seen().labels).toEqual([
    "Add store",
    "Rename New store",
    "Rename Photos",
    "Move Pictures into Internet",
    "Delete Pictures",
  ]);
});

test.each([
  ["Escape keeps the name", "{F2}Other{Escape}", "App"],
  ["a blank name is none", "{F2}{Delete}{Enter}", "App"],
])("%s", async (_name, keys, expected) => {
  const { row, press, seen } = await open();
  await row(/^▾?App/).click();
  await press(keys);
  expect(seen().model.elements[0]?.name).toBe(expected);
});

test("a flow is made without a pointer", async () => {
  const { screen, row, press, seen } = await open();
  await row(/^API/).click();
  await screen.getByRole("button", { name: "+ Flow" }).click();
  await screen.getByRole("combobox", { name: "To" }).fill("app");
  await press("{Enter}");
  await screen.getByLabelText("What for").fill("notify");
  await press("{Enter}");
  expect(seen().model.flows.at(-1)).toMatchObject({ source: "api", target: "app", name: "notify" });
});

test("what beside the drawing belongs to a model is added below its heading", async () => {
  const { screen, row, press, seen } = await open();
  await row(/^Assumptions/).click();
  await screen.getByRole("button", { name: "+ Assumption" }).click();
  await press("No phone is rooted{Enter}");
  expect(seen().model.assumptions).toMatchObject([{ text: "No phone is rooted" }]);
});

test("read only, nothing can be changed", async () => {
  const { screen, row, press, seen } = await open(true);
  await row(/^▾?App/).click();
  await press("{F2}x{Enter}{Delete}");
  expect(seen().model).toEqual(model);
  expect(screen.getByRole("button").elements()).toHaveLength(0);
});
