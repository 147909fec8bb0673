import { expect, it } from "vitest";

import { sideBySide } from "./side-by-side.ts";

it.each([1, 2, 5, 9])("does each once, %i at once, and keeps the order", async (atOnce) => {
  let running = 0;
  let most = 0;
  const results = await sideBySide([30, 5, 20, 1, 10], atOnce, async (ms) => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, ms));
    running -= 1;
    return ms * 2;
  });
  expect(results).toEqual([60, 10, 40, 2, 20]);
  expect(most).toBe(Math.min(atOnce, 5));
});

it("fails as the first of them fails", async () => {
  const work = (item: number) =>
    item === 2 ? Promise.reject(new Error("two")) : Promise.resolve(item);
  await expect(sideBySide([1, 2, 3], 2, work)).rejects.toThrow("two");
});
