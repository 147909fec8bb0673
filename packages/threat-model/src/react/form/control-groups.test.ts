import { expect, test } from "vitest";

import { controls } from "../../model/controls.ts";
import { controlOptions } from "./control-groups.ts";

test("every control can be picked, once", () => {
  expect(controlOptions.map(({ id }) => id).toSorted()).toEqual([...controls.keys()].toSorted());
});

test("a heading stands once, with all of its controls below it", () => {
  const headings = controlOptions.map(({ group }) => group);
  const changes = headings.filter((one, index) => one !== headings[index - 1]);
  expect(changes).toEqual([...new Set(headings)]);
});
