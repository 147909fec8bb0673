import { parseLines } from "@loopwright/threat-model";
import { Announcer, useActionKeys } from "@loopwright/ui";
import "@loopwright/ui/base.css";
import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { keptInMemory } from "./fixture.ts";
import { samples } from "./list/samples.ts";
import StudioPage from "./page.tsx";

beforeEach(() => page.viewport(1300, 900));

type Kept = ReturnType<typeof keptInMemory>;

function Shell({ kept, begin, seen }: { kept: Kept; begin: Record<string, string>; seen: Seen }) {
  const [search, setSearch] = useState(begin);
  useActionKeys();
  // The shell leaves this much on both sides.
  return (
    <div style={{ padding: 16 }}>
      <StudioPage
        drills={[]}
        search={search}
        onSearch={(next) => {
          seen.push(next);
          setSearch(next);
        }}
        conditions="practice"
        documents={kept.port}
        onStart={() => undefined}
        onShowAnswer={() => undefined}
        starting={{ busy: false, error: null }}
        Link={({ children }) => children}
      />
      <Announcer />
    </div>
  );
}

type Seen = Record<string, string>[];

type Opening = { kept?: Kept; search?: Record<string, string> };

async function open({ kept = keptInMemory(), search = {} }: Opening = {}) {
  const seen: Seen = [];
  const screen = await render(<Shell kept={kept} begin={search} seen={seen} />);
  return { screen, kept, address: () => seen.at(-1) ?? search };
}

async function withPhotos() {
  const kept = keptInMemory();
  const { model } = parseLines(samples[0]!.lines);
  const { id } = await kept.port.create("threat-model", { title: model.title, body: model });
  return { kept, id };
}

test("with nothing kept it says what will be here, and a new model opens at once", async () => {
  const { screen, address } = await open();
  await expect.element(screen.getByText(/^A model is a drawing of a system/)).toBeVisible();
  await screen.getByRole("button", { name: "New model" }).click();
  await expect.element(screen.getByText(/^Nothing is drawn yet/)).toBeVisible();
  expect(address()).toEqual({ model: "m1" });
});

test("a model is made of typed lines, and a bad line is told", async () => {
  const { screen, kept } = await open();
  await screen.getByRole("button", { name: "From typed lines" }).click();
  const field = screen.getByRole("textbox");
  await field.fill("zone cloud eighty");
  await expect.element(screen.getByText(/^Line 1:/)).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "Make the model" })).toBeDisabled();
  await field.fill("model Two parts\napp -> api: upload [HTTPS]");
  await screen.getByRole("button", { name: "Make the model" }).click();
  await expect.element(screen.getByRole("heading", { name: "Two parts" })).toBeVisible();
  expect(kept.found("m1").title).toBe("Two parts");
});

test("the list tells size and open findings; what is deleted comes back", async () => {
  const { kept } = await withPhotos();
  const { screen } = await open({ kept });
  const row = screen.getByRole("listitem").filter({ hasText: "Photo sharing" });
  await expect.element(row).toHaveTextContent(/6 elements, 6 flows.*open: \d+ high/);
  await screen.getByRole("button", { name: "Delete Photo sharing" }).click();
  await expect.element(screen.getByText("Photo sharing is deleted.").first()).toBeVisible();
  await screen.getByRole("button", { name: "Bring it back" }).click();
  await expect.element(row).toBeVisible();
});

test("what is edited is saved by itself, as a version", async () => {
  const { kept, id } = await withPhotos();
  const { screen } = await open({ kept, search: { model: id, part: "api" } });
  await screen.getByRole("textbox", { name: "Name" }).fill("Photos API");
  await expect.element(screen.getByText("Edited")).toBeVisible();
  await expect.element(screen.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  expect(kept.found(id).version).toBe(2);
  expect(JSON.stringify(kept.found(id).body)).toContain("Photos API");
  await screen.getByRole("tab", { name: "History" }).click();
  await expect.element(screen.getByText(/Version 1/).first()).toBeVisible();
});

test.each([
  ["Save this one over it", "Mine", 3],
  ["Show the newer one", "Theirs", 2],
])("another window saved in between: %s", async (choice, title, version) => {
  const { kept, id } = await withPhotos();
  const { screen } = await open({ kept, search: { model: id } });
  const field = screen.getByRole("textbox", { name: "Title" });
  await expect.element(field).toBeVisible();
  const before = kept.found(id);
  const body = { ...(before.body as object), title: "Theirs" };
  await kept.port.save(id, { version: 1, title: "Theirs", body });
  await field.fill("Mine");
  await expect.element(screen.getByText(/saved from another window/)).toBeVisible();
  await screen.getByRole("button", { name: choice }).click();
  await expect.element(screen.getByRole("heading", { name: title })).toBeVisible();
  await expect.poll(() => kept.found(id).title).toBe(title);
  expect(kept.found(id).version).toBeGreaterThanOrEqual(version);
  expect(screen.getByRole("alert").elements()).toEqual([]);
});

test("in a conflict this one can be kept as a copy", async () => {
  const { kept, id } = await withPhotos();
  const { screen, address } = await open({ kept, search: { model: id } });
  const field = screen.getByRole("textbox", { name: "Title" });
  await expect.element(field).toBeVisible();
  const { title, body } = kept.found(id);
  await kept.port.save(id, { version: 1, title, body: { ...(body as object), owner: "Them" } });
  await field.fill("Mine");
  await screen.getByRole("button", { name: "Save this one as a copy" }).click();
  await expect.element(screen.getByRole("heading", { name: "Mine, copy" })).toBeVisible();
  expect(address()).toEqual({ model: "m2" });
});

test("tab and part stand in the address", async () => {
  const { kept, id } = await withPhotos();
  const { screen, address } = await open({ kept, search: { model: id } });
  await screen.getByRole("tab", { name: "Outline" }).click();
  await screen.getByRole("treeitem", { name: /^Photo API/ }).click();
  expect(address()).toEqual({ model: id, side: "outline", part: "api" });
  await screen.getByRole("tab", { name: /^Findings \d+/ }).click();
  expect(address()).toEqual({ model: id, view: "findings", side: "outline", part: "api" });
  await screen.getByRole("button", { name: "All models" }).click();
  expect(address()).toEqual({});
});

test("an edit on one tab is undone on another", async () => {
  const { kept, id } = await withPhotos();
  const { screen } = await open({ kept, search: { model: id, part: "api" } });
  await screen.getByRole("textbox", { name: "Name" }).fill("Renamed");
  await screen.getByRole("tab", { name: "Coverage" }).click();
  await expect.element(screen.getByText("Renamed").first()).toBeVisible();
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.element(screen.getByText("Photo API").first()).toBeVisible();
});

test("on a phone nothing is wider than the screen", async () => {
  await page.viewport(390, 844);
  const { kept, id } = await withPhotos();
  const { screen } = await open({ kept, search: { model: id } });
  await expect.element(screen.getByRole("tree")).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
