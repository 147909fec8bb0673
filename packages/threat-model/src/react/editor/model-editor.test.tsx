import { Announcer, useActionKeys } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useEffect, useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import type { Model } from "../../model/model.ts";
import { photoSharing } from "../canvas/fixture.ts";
import { ModelEditor } from "./model-editor.tsx";

beforeEach(() => page.viewport(1300, 760));

function Bench({ seen }: { seen: (model: Model) => void }) {
  const [model, setModel] = useState(photoSharing);
  const [selected, setSelected] = useState<string | null>(null);
  useActionKeys();
  useEffect(() => {
    seen(model);
  });
  return (
    <div style={{ height: 700 }}>
      <ModelEditor {...{ model, selected }} onModel={setModel} onSelect={setSelected} />
      <Announcer />
    </div>
  );
}

async function open() {
  let now = photoSharing();
  const screen = await render(<Bench seen={(model) => (now = model)} />);
  return { screen, model: () => now };
}
const node = (id: string) => document.querySelector(`.react-flow__node[data-id="${id}"]`);
const nameOfApi = (model: Model) => model.elements.find(({ id }) => id === "api")?.name;

test("three views show the same model, and the form the selected part", async () => {
  const { screen, model } = await open();
  await screen.getByText("Photo API", { exact: true }).first().click();
  await screen.getByRole("textbox", { name: "Name" }).fill("Photos API");
  await expect.poll(() => node("api")?.textContent).toContain("Photos API");
  expect(nameOfApi(model())).toBe("Photos API");
  await screen.getByRole("tab", { name: "Outline" }).click();
  await expect.element(screen.getByRole("treeitem", { name: /^Photos API/ })).toBeVisible();
  await screen.getByRole("tab", { name: "Lines" }).click();
  const lines = screen.getByLabelText("Lines of the model");
  await expect.element(lines).toHaveValue(expect.stringContaining("Photos API"));
});

test("a name that is typed is undone as one", async () => {
  const { screen, model } = await open();
  await screen.getByText("Photo API", { exact: true }).first().click();
  await screen.getByRole("textbox", { name: "Name" }).click();
  await userEvent.keyboard("{End}, two");
  await expect.poll(() => nameOfApi(model())).toBe("Photo API, two");
  await screen.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => nameOfApi(model())).toBe("Photo API");
});

test("what is put into another zone by its form is drawn there", async () => {
  const { screen, model } = await open();
  await screen.getByText("Photo API", { exact: true }).first().click();
  await userEvent.keyboard("{ArrowDown}");
  await expect.poll(() => model().elements.every(({ position }) => position !== null)).toBe(true);
  await screen.getByRole("combobox", { name: "Zone" }).click();
  await userEvent.keyboard("internet{Enter}");
  await expect.poll(() => model().elements.find(({ id }) => id === "api")?.zone).toBe("internet");
  const inside = () => {
    const [api, zone] = [node("api"), node("internet")].map((one) => one!.getBoundingClientRect());
    return api!.left >= zone!.left && api!.right <= zone!.right && api!.bottom <= zone!.bottom;
  };
  await expect.poll(inside).toBe(true);
});

test("on a phone the outline comes first, and the canvas is a tab", async () => {
  await page.viewport(390, 800);
  const { screen } = await open();
  await expect.element(screen.getByRole("tree")).toBeVisible();
  await screen.getByRole("tab", { name: "Canvas" }).click();
  await expect.poll(() => node("api")).not.toBeNull();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
