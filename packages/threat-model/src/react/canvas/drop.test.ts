import { expect, test } from "vitest";

import { boxAt, type Box } from "../../layout/box.ts";
import { addElement, addZone } from "../../model/edit.ts";
import { emptyModel, type Model } from "../../model/model.ts";
import { afterDrop } from "./drop.ts";

/** cloud holds vpc, vpc holds api; app and lone stand outside. */
function example(): Model {
  let model = emptyModel("Example");
  model = addZone(model, { id: "cloud", name: "Cloud", trust: 80 }).model;
  model = addZone(model, { id: "vpc", name: "VPC", trust: 90, parent: "cloud" }).model;
  model = addZone(model, { id: "lone", name: "Lone", trust: 10 }).model;
  model = addElement(model, { id: "api", name: "API", type: "process", zone: "vpc" }).model;
  return addElement(model, { id: "app", name: "App", type: "process" }).model;
}

const boxes = (changed: Record<string, Box> = {}) =>
  new Map<string, Box>(
    Object.entries({
      cloud: { x: 0, y: 0, width: 900, height: 600 },
      vpc: { x: 50, y: 50, width: 400, height: 300 },
      lone: { x: 2000, y: 0, width: 200, height: 100 },
      api: boxAt({ x: 100, y: 100 }),
      app: boxAt({ x: 1200, y: 0 }),
      ...changed,
    }),
  );

const zoneOf = ({ elements, zones }: Model, id: string) =>
  elements.find((one) => one.id === id)?.zone ?? zones.find((one) => one.id === id)?.parent ?? null;

test.each<[string, string, Box, string | null]>([
  ["an element into the innermost zone", "app", boxAt({ x: 200, y: 200 }), "vpc"],
  ["an element into the outer zone", "app", boxAt({ x: 600, y: 400 }), "cloud"],
  ["an element out of all zones", "api", boxAt({ x: 1200, y: 300 }), null],
  ["an element moved inside of its zone", "api", boxAt({ x: 150, y: 150 }), "vpc"],
  ["a zone that lies in another", "lone", { x: 500, y: 400, width: 200, height: 100 }, "cloud"],
  ["a zone that only touches another", "lone", { x: 850, y: 400, width: 200, height: 100 }, null],
  ["a zone that sticks out of its own", "vpc", { x: 600, y: 50, width: 400, height: 300 }, "cloud"],
  ["a zone that left its own", "vpc", { x: 1000, y: 50, width: 400, height: 300 }, null],
  ["a large zone over a small one", "cloud", { x: 1900, y: -50, width: 900, height: 600 }, null],
])("%s", (_name, id, box, zone) => {
  const { model, joined } = afterDrop(example(), { boxes: boxes({ [id]: box }), moved: [id] });
  expect(zoneOf(model, id)).toBe(zone);
  expect(joined).toEqual(zone === zoneOf(example(), id) ? [] : [{ id, zone }]);
});

test("what comes along with its zone stays in it", () => {
  const moved = boxes({
    vpc: { x: 1000, y: 0, width: 400, height: 300 },
    api: boxAt({ x: 1050, y: 50 }),
  });
  const { model, joined } = afterDrop(example(), { boxes: moved, moved: ["vpc", "api"] });
  expect(joined).toEqual([{ id: "vpc", zone: null }]);
  expect(zoneOf(model, "api")).toBe("vpc");
});

test("everything gets its place, a border only what has no parts or was drawn by hand", () => {
  const { model } = afterDrop(example(), { boxes: boxes(), moved: ["app"] });
  expect(model.elements.map(({ position }) => position)).toEqual([
    { x: 100, y: 100 },
    { x: 1200, y: 0 },
  ]);
  expect(model.zones.filter((one) => one.box).map(({ id }) => id)).toEqual(["lone"]);
  const { model: drawn } = afterDrop(example(), { boxes: boxes(), moved: [], resized: "vpc" });
  expect(drawn.zones.filter((one) => one.box).map(({ id }) => id)).toEqual(["vpc", "lone"]);
});

test("what was put back where it was is no edit", () => {
  const { model } = afterDrop(example(), { boxes: boxes(), moved: ["app"] });
  expect(afterDrop(model, { boxes: boxes(), moved: ["app"] }).model).toBe(model);
});
