import { expect, test } from "vitest";

import { offsetOf } from "./offset-of.ts";

const text = "zone a 1\n\nstore b";

test.each([
  [1, 1, 0],
  [1, 6, 5],
  [1, 99, 8],
  [2, 1, 9],
  [3, 7, 16],
  [9, 1, 17],
])("line %i, column %i is character %i", (line, column, offset) => {
  expect(offsetOf(text, line, column)).toBe(offset);
});
