import "@loopwright/ui/base.css";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import { emptyModel, type Model } from "../../model/model.ts";
import { CanvasBench, type Seen } from "./bench.tsx";
import { photoSharing } from "./fixture.ts";

beforeEach(() => page.viewport(1120, 660));

async function open(begin: Model, props: { readOnly?: boolean } = {}) {
  let now: Seen = { model: begin, selected: null };
  const screen = await render(
    <CanvasBench begin={begin} seen={(seen) => (now = seen)} {...props} />,
  );
  // What was fitted into sight has settled once two frames look alike.
  await expect.poll(() => document.querySelector(".react-flow__viewport")).not.toBeNull();
  return { screen, model: () => now.model, selected: () => now.selected };
}

const part = (id: string) =>
  document.querySelector<HTMLElement>(
    `:is(.react-flow__node, .react-flow__edge)[data-id="${id}"]`,
  )!;
const middleOf = (element: Element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};
const zoom = () =>
  new DOMMatrixReadOnly(
    getComputedStyle(document.querySelector(".react-flow__viewport")!).transform,
  ).a;

/** Presses at one point and releases at another, as a hand does: with moves between. */
function drag(from: { x: number; y: number }, to: { x: number; y: number }) {
  const fire = (type: string, at: { x: number; y: number }, on: EventTarget) =>
    on.dispatchEvent(
      new MouseEvent(type, {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: at.x,
        clientY: at.y,
        button: 0,
        buttons: type === "mouseup" ? 0 : 1,
      }),
    );
  const start = document.elementFromPoint(from.x, from.y)!;
  fire("mousedown", from, start);
  for (const t of [0.1, 0.4, 0.7, 1]) {
    const at = { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
    // The library listens on the window or on the document while a button is down.
    fire("mousemove", at, document);
  }
  fire("mouseup", to, document);
}

const names = ({ elements, zones }: Model) => [...elements, ...zones].map(({ name }) => name);
const keys = (text: string) => userEvent.keyboard(text);
/** A part is named in a field of its own, which takes the focus once it is drawn. */
const named = async (name: string) => {
  await expect.poll(() => document.activeElement?.getAttribute("aria-label")).toMatch(/^Name/);
  await keys(`${name}{Enter}`);
  await expect.poll(() => document.activeElement?.tagName).not.toBe("INPUT");
};

test("a model is drawn with the keyboard alone", async () => {
  const { model, selected } = await open(emptyModel("Empty"));
  await keys("a");
  await named("Customer");
  await keys("p");
  await named("Photo API");
  await keys("z");
  await named("Cloud");
  await keys("s");
  await named("Photos");
  await keys("c");
  await expect.poll(() => document.activeElement?.getAttribute("role")).toBe("combobox");
  await keys("photo api{Enter}");
  await named("reads");
  expect(names(model())).toEqual(["Customer", "Photo API", "Photos", "Cloud"]);
  expect(model().elements.map(({ id, zone }) => `${id} in ${zone}`)).toEqual([
    "customer in null",
    "photo-api in cloud",
    "photos in cloud",
  ]);
  expect(model().flows).toMatchObject([{ name: "reads", source: "photos", target: "photo-api" }]);
  expect(selected()).toBe("photos-photo-api");
});

test("Escape adds nothing; a name that is left stays", async () => {
  const { model } = await open(emptyModel("Empty"));
  await keys("p");
  await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  await keys("Half a{Escape}");
  expect(model().elements).toEqual([]);
  await keys("p");
  await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  await keys("Photo API");
  (document.activeElement as HTMLElement).blur();
  await expect.poll(() => names(model())).toEqual(["Photo API"]);
});

test("an edit is undone and done again by key", async () => {
  const { model } = await open(photoSharing());
  part("api").focus();
  await keys("{Delete}");
  await expect.poll(() => model().elements).toHaveLength(4);
  expect(model().flows.map(({ id }) => id)).toEqual(["customer-app"]);
  await expect.element(page.getByText("Photo API deleted with 3 flows.").first()).toBeVisible();
  await keys("{Control>}z{/Control}");
  await expect.poll(() => model().flows).toHaveLength(4);
  await keys("{Control>}{Shift>}Z{/Shift}{/Control}");
  await expect.poll(() => model().flows).toHaveLength(1);
});

test.each([
  ["{ArrowRight}", 8, 0],
  ["{Shift>}{ArrowDown}{/Shift}", 0, 32],
])("%s moves what has the focus", async (key, right, down) => {
  const { model } = await open(photoSharing());
  await keys("{Tab}");
  part("app").focus();
  await keys("{ArrowUp}");
  const before = model().elements.find(({ id }) => id === "app")!.position!;
  await keys(key);
  const after = () => model().elements.find(({ id }) => id === "app")!.position!;
  await expect.poll(after).toEqual({ x: before.x + right, y: before.y + down });
});

test("Enter names the part that has the focus, a flow too", async () => {
  const { model } = await open(photoSharing());
  part("app").focus();
  await keys("{Enter}");
  await named("Phone app");
  expect(names(model())).toContain("Phone app");
  part("app-api").focus();
  await keys("{Enter}");
  await named("send");
  expect(model().flows.find(({ id }) => id === "app-api")?.name).toBe("send");
});

test("an element that is dropped in a zone belongs to it, and it is said", async () => {
  const { model } = await open(photoSharing());
  await expect.poll(zoom).not.toBe(1);
  const vpc = part("vpc").getBoundingClientRect();
  drag(middleOf(part("app")), { x: vpc.x + vpc.width / 2, y: vpc.y + vpc.height - 12 });
  await expect.poll(() => model().elements.find(({ id }) => id === "app")?.zone).toBe("vpc");
  await expect
    .element(page.getByText("Mobile app is in Production VPC now, trust 90.").first())
    .toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => model().elements.find(({ id }) => id === "app")?.zone).toBe("internet");
});

test("a flow is drawn with the mouse from one element to another", async () => {
  const { model, screen } = await open(photoSharing());
  await expect.poll(zoom).not.toBe(1);
  await screen.getByText("Customer", { exact: true }).click();
  drag(
    middleOf(part("customer").querySelector(".react-flow__handle-bottom")!),
    middleOf(part("api")),
  );
  await expect
    .poll(() => model().flows.at(-1))
    .toMatchObject({ source: "customer", target: "api" });
});

test("a flow is drawn by choosing one element and then the other", async () => {
  const { model, screen } = await open(photoSharing());
  await screen.getByText("Mobile app", { exact: true }).first().click();
  await screen.getByRole("button", { name: "Flow" }).click();
  await screen.getByText("Albums", { exact: true }).last().click();
  await expect.poll(() => model().flows.at(-1)).toMatchObject({ source: "app", target: "db" });
});

test("what can only be looked at offers no tool, and does not move", async () => {
  const { screen, model } = await open(photoSharing(), { readOnly: true });
  await expect.poll(zoom).not.toBe(1);
  expect(screen.getByRole("button", { name: "Actor" }).elements()).toEqual([]);
  drag(middleOf(part("app")), { x: 40, y: 600 });
  await keys("{Delete}");
  expect(model()).toEqual(photoSharing());
});

test("every part says what it is", async () => {
  await open(photoSharing());
  const label = (id: string) => part(id).getAttribute("aria-label");
  expect(label("api")).toBe("Photo API, process, AWS Lambda");
  expect(label("cloud")).toBe("Zone AWS account, trust 80");
  await expect
    .poll(() => label("app-api"))
    .toBe("upload: Mobile app to Photo API, HTTPS, session, crosses Internet, AWS account");
});
