import "@loopwright/ui/base.css";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";

import { rename } from "../../model/edit.ts";
import { Bench, modelOf, type Seen } from "../form/bench.tsx";
import { LinesEditor } from "./lines-editor.tsx";

const model = modelOf({
  zones: [{ id: "cloud", name: "Cloud", trust: 80 }],
  elements: [
    { id: "api", name: "Photo API", type: "process", zone: "cloud", position: { x: 7, y: 9 } },
  ],
});

async function open(first = model) {
  let last: Seen | undefined;
  const screen = await render(
    <Bench model={first} seen={(seen) => (last = seen)}>
      {(props) => (
        <>
          <LinesEditor {...props} />
          <button
            type="button"
            onClick={() => props.setModel(rename(props.model, "api", "Elsewhere"))}
          >
            Rename elsewhere
          </button>
        </>
      )}
    </Bench>,
  );
  const area = screen.getByLabelText("Lines of the model");
  const text = () => (area.element() as HTMLTextAreaElement).value;
  const type = async (more: string) => {
    await area.click();
    (area.element() as HTMLTextAreaElement).setSelectionRange(text().length, text().length);
    await userEvent.keyboard(more);
  };
  return { screen, area, text, type, seen: () => last! };
}

test("what is typed is the model, as soon as the line makes sense", async () => {
  const { type, seen, screen } = await open();
  await type("store s3 in cloud: Photos <s3>{Enter}api -> s3: keep ");
  expect(seen().model.elements.map(({ id }) => id)).toEqual(["api", "s3"]);
  expect(seen().model.flows).toHaveLength(1);
  expect(seen().model.elements[0]?.position).toEqual({ x: 7, y: 9 });
  await expect.element(screen.getByText("These lines are the model.")).toBeVisible();
});

test("a problem names its place, and the model stays as it was", async () => {
  const { type, seen, screen, area } = await open();
  await type("colour b{Enter}store q");
  await expect.element(screen.getByText(/the model stays as it was/)).toBeVisible();
  expect(seen().model).toEqual(model);
  await screen.getByRole("button", { name: /^line \d+, column \d+$/ }).click();
  await expect.element(area).toHaveFocus();
});

test("the text is printed anew on leaving, never under the cursor", async () => {
  const { type, text } = await open();
  await type("store   s3   in cloud");
  expect(text()).toContain("store   s3   in cloud");
  await userEvent.tab();
  expect(text()).toContain("store s3 in cloud\n");
});

test("an edit from elsewhere is shown at once while no line is being typed", async () => {
  const { text, screen } = await open();
  await screen.getByRole("button", { name: "Rename elsewhere" }).click();
  expect(text()).toContain("Elsewhere");
});

test("a long text is read after a pause, and on leaving at the latest", async () => {
  const many = Array.from({ length: 400 }, (_, index) => ({
    id: `part-${index}`,
    name: `Part number ${index}`,
    type: "process",
  }));
  const { type, seen, screen } = await open(modelOf({ elements: many }));
  await type("{Enter}store last");
  expect(seen().model.elements).toHaveLength(400);
  await screen.getByRole("button", { name: "Rename elsewhere" }).click();
  expect(seen().model.elements).toHaveLength(401);
});

test.each([
  ["Show the model", true],
  ["Keep these lines", false],
])("typed beside an edit from elsewhere, lines wait for a choice: %s", async (choice, shown) => {
  const { type, text, screen } = await open();
  await type("colour b");
  await screen.getByRole("button", { name: "Rename elsewhere" }).click();
  await expect.element(screen.getByRole("alert")).toHaveTextContent(/changed elsewhere/);
  await screen.getByRole("button", { name: choice }).click();
  expect(text().includes("Elsewhere")).toBe(shown);
  expect(text().includes("colour b")).toBe(!shown);
});
