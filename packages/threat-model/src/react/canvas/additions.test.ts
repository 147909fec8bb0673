import { expect, test } from "vitest";

import { layoutOf, elementSize } from "../../layout/layout.ts";
import { addElement, addZone } from "../../model/edit.ts";
import { emptyModel, type Model } from "../../model/model.ts";
import { newElement, newZone } from "./additions.ts";
import { nodesOf } from "./parts.ts";
import { boxesOf } from "./same-parts.ts";

/** cloud holds api; app stands outside. */
function example(): Model {
  let model = emptyModel("Example");
  model = addZone(model, { id: "cloud", name: "Cloud", trust: 80 }).model;
  model = addElement(model, { id: "api", name: "API", type: "process", zone: "cloud" }).model;
  return addElement(model, { id: "app", name: "App", type: "process" }).model;
}

const here = (model: Model, chosen: string[]) => ({
  boxes: boxesOf(nodesOf({ model, layout: layoutOf(model) })),
  chosen,
  middle: { x: 3000, y: 0 },
});

test.each<[string, string[], string | null]>([
  ["nothing is chosen: in the middle of what is seen", [], null],
  ["a zone is chosen: inside of it", ["cloud"], "cloud"],
  ["an element is chosen: in the same zone", ["api"], "cloud"],
])("%s", (_name, chosen, zone) => {
  const model = example();
  const { model: next, id } = newElement(model, "store", here(model, chosen))("Photos");
  const added = next.elements.find((one) => one.id === id)!;
  expect(added).toMatchObject({ id: "photos", name: "Photos", type: "store", zone });
  const places = [...layoutOf(next).elements.values()].map(({ x, y }) => `${x},${y}`);
  expect(new Set(places).size).toBe(3);
});

test("what is there stays where it is", () => {
  const model = example();
  const before = here(model, []).boxes;
  const after = here(newElement(model, "actor", here(model, []))("Customer").model, []).boxes;
  for (const id of ["api", "app"]) expect(after.get(id)).toEqual(before.get(id));
});

test("a second element at the same place goes below the first", () => {
  const first = newElement(
    emptyModel("Empty"),
    "actor",
    here(emptyModel("Empty"), []),
  )("One").model;
  const { model, id } = newElement(first, "actor", here(first, []))("Two");
  const { x, y } = first.elements[0]!.position!;
  const second = model.elements.find((one) => one.id === id)!.position!;
  expect(second.x).toBe(x);
  expect(second.y).toBeGreaterThanOrEqual(y + elementSize.height);
});

test.each<[string, string[], string | null, string | null]>([
  ["round an element, in its zone", ["api"], "cloud", "edge"],
  ["round elements of different zones", ["api", "app"], null, "edge"],
  ["inside of a zone", ["cloud"], "cloud", "cloud"],
  ["beside everything", [], null, "cloud"],
])("a zone %s", (_name, chosen, parent, zoneOfApi) => {
  const model = example();
  const { model: next, id } = newZone(model, here(model, chosen))("Edge");
  expect(id).toBe("edge");
  expect(next.zones.find((one) => one.id === id)).toMatchObject({ parent });
  expect(next.elements.find((one) => one.id === "api")!.zone).toBe(zoneOfApi);
});
