import { expect, test } from "vitest";

import { addElement, addZone, moveInto } from "../../model/edit.ts";
import { emptyModel, type Model } from "../../model/model.ts";
import { remove } from "../../model/remove.ts";
import { resettled } from "./resettled.ts";

const box = { x: 0, y: 0, width: 300, height: 200 };

/** inner in outer, and far beside them; api in inner; all of them drawn. */
function drawn(): Model {
  let model = emptyModel("Drawn");
  model = addZone(model, { id: "outer", name: "Outer", trust: 50, box }).model;
  model = addZone(model, { id: "inner", name: "Inner", trust: 60, parent: "outer", box }).model;
  model = addZone(model, { id: "far", name: "Far", trust: 70, box }).model;
  const position = { x: 40, y: 40 };
  return addElement(model, { id: "api", name: "API", type: "process", zone: "inner", position })
    .model;
}

/** Ids of what has a place. */
const placed = ({ zones, elements }: Model) => [
  ...zones.filter((one) => one.box).map(({ id }) => id),
  ...elements.filter((one) => one.position).map(({ id }) => id),
];

test.each<[string, (model: Model) => Model, string[]]>([
  [
    "another name changes nothing",
    (m) => ({ ...m, title: "Other" }),
    ["outer", "inner", "far", "api"],
  ],
  [
    "an element in another zone is laid out there",
    (m) => moveInto(m, ["api"], "far"),
    ["outer", "inner", "far"],
  ],
  [
    "a zone in another takes along what is in it",
    (m) => moveInto(m, ["inner"], "far"),
    ["outer", "far"],
  ],
  [
    "what was in a removed zone stays where it is",
    (m) => remove(m, ["inner"]),
    ["outer", "far", "api"],
  ],
  [
    "what was drawn in its new zone stays there",
    (m) => {
      const moved = moveInto(m, ["api"], "far");
      return {
        ...moved,
        elements: moved.elements.map((one) => ({ ...one, position: { x: 9, y: 9 } })),
      };
    },
    ["outer", "inner", "far", "api"],
  ],
])("%s", (_name, edit, expected) => {
  const before = drawn();
  expect(placed(resettled(before, edit(before)))).toEqual(expected);
});
