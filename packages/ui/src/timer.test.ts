import { expect, test } from "vitest";

import { clockWords } from "./timer.tsx";

test.each([
  [0, "0:00"],
  [-5, "0:00"],
  [59_999, "0:59"],
  [401_000, "6:41"],
  [600_000, "10:00"],
  [3_600_000, "1:00:00"],
  [3_725_000, "1:02:05"],
])("%i ms is %s", (ms, words) => {
  expect(clockWords(ms)).toBe(words);
});
