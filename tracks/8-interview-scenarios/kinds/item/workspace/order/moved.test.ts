import { expect, test } from "vitest";

import { moved, orderFrom, placeAmong } from "./moved.ts";

test.each([
  ["a", 2, "b c a d"],
  ["d", 0, "d a b c"],
  ["b", 1, "a b c d"],
  ["a", -1, "a b c d"],
  ["c", 9, "a b d c"],
  ["x", 0, "a b c d"],
])("%s to place %i", (id, to, order) => {
  expect(moved(["a", "b", "c", "d"], id, to).join(" ")).toBe(order);
});

test.each([
  ["nothing saved", [], "a b c"],
  ["all of it", ["c", "a", "b"], "c a b"],
  ["of a version with fewer steps", ["c"], "c a b"],
  ["with a stranger and an echo", ["x", "b", "b"], "b a c"],
])("a draft with %s", (_name, saved, order) => {
  expect(orderFrom(["a", "b", "c"], saved).join(" ")).toBe(order);
});

/** Three rows of 40, the second one held. */
test.each([
  [-10, 0],
  [19, 0],
  [21, 1],
  [99, 1],
  [101, 2],
  [500, 2],
])("held at %i it goes to place %i", (y, place) => {
  const rows = [0, 40, 80].map((top) => ({ top, height: 40 }));
  expect(placeAmong(rows, { from: 1, y })).toBe(place);
});
