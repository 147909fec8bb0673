import { expect, test } from "vitest";

import { moved, within } from "./line-range.ts";

const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
});

test.each([
  ["ArrowDown", false, { anchor: 6, head: 6 }],
  ["j", false, { anchor: 6, head: 6 }],
  ["ArrowUp", false, { anchor: 4, head: 4 }],
  ["k", false, { anchor: 4, head: 4 }],
  ["ArrowDown", true, { anchor: 5, head: 6 }],
  ["K", true, { anchor: 5, head: 4 }],
  ["Home", false, { anchor: 1, head: 1 }],
  ["End", true, { anchor: 5, head: 20 }],
  ["PageDown", false, { anchor: 15, head: 15 }],
  ["PageUp", false, { anchor: 1, head: 1 }],
])("%s with shift %s", (key, shift, range) => {
  expect(moved({ anchor: 5, head: 5 }, press(key, shift), 20)).toEqual(range);
});

test.each([
  ["another key", press("x")],
  ["a shortcut", { ...press("j"), ctrlKey: true }],
])("%s does not move", (_name, key) => {
  expect(moved({ anchor: 5, head: 5 }, key, 20)).toBeNull();
});

test("the cursor stays in the file", () => {
  expect(moved({ anchor: 20, head: 20 }, press("j"), 20)).toEqual({ anchor: 20, head: 20 });
});

test("a selection counts from either end", () => {
  expect([3, 4, 6, 7].map((line) => within({ anchor: 6, head: 4 }, line))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
