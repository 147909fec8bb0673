import { expect, test } from "vitest";

import { acceptedCount, acceptedOrders, inversions } from "./inversions.ts";

const slots = ["a", ["b", "c"], "d"];

test.each([
  ["a b c d", []],
  ["a c b d", []],
  ["b a c d", ["a before b"]],
  ["a b d c", ["c before d"]],
  ["d c b a", ["c before d", "b before d", "a before d", "a before c", "a before b"]],
])("%s", (order, wrong) => {
  const found = inversions(slots, order.split(" "));
  expect(found.map(({ first, after }) => `${first} before ${after}`)).toEqual(wrong);
});

test("slots accept every order within them", () => {
  expect(acceptedOrders(slots).map((order) => order.join(" "))).toEqual(["a b c d", "a c b d"]);
  expect(acceptedCount([["a", "b", "c"], ["d", "e"], "f"])).toBe(12);
});
