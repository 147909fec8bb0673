import type { QueueCard, QueueView } from "@loopwright/server";
import { describe, expect, test } from "vitest";

import { keepingHead, leftWords, withoutHead } from "./queue-state.ts";

const card = (id: string): QueueCard => ({
  id,
  origin: "own",
  front: id,
  back: id,
  concepts: [],
  source: null,
  from: null,
  isNew: id.startsWith("new"),
  intervals: { 1: "1 min", 2: "6 min", 3: "10 min", 4: "8 days" },
  suggested: null,
});
const view = (...ids: string[]): QueueView => ({
  cards: ids.map(card),
  due: ids.filter((id) => !id.startsWith("new")).length,
  fresh: ids.filter((id) => id.startsWith("new")).length,
  done: 0,
  last: null,
  tomorrow: 0,
  nextDueAt: null,
  total: 9,
  beyond: { fresh: 0, due: 0 },
});
const told = ({ cards, due, fresh }: QueueView) => [
  cards.map(({ id }) => id).join(" "),
  due,
  fresh,
];

test.each([
  [view("a", "b", "new1"), ["b new1", 1, 1]],
  [view("new1", "b"), ["b", 1, 0]],
  [view(), ["", 0, 0]],
])("without its head %#", (given, expected) => {
  expect(told(withoutHead(given))).toEqual(expected);
});

describe("what the server says", () => {
  test.each([
    ["keeps the card at hand at the head", view("b", "c"), view("a", "b", "c"), "b a c"],
    ["takes it away where it is gone", view("b", "c"), view("c"), "c"],
    ["begins where nothing was left", view(), view("a"), "a"],
  ])("%s", (_name, now, said, ids) => {
    expect(told(keepingHead(now, said))[0]).toBe(ids);
  });
});

test.each([
  [{ due: 7, fresh: 10 }, "7 due and 10 new"],
  [{ due: 0, fresh: 1 }, "1 new"],
  [{ due: 1, fresh: 0 }, "1 due"],
])("%o is “%s”", (left, words) => {
  expect(leftWords(left)).toBe(words);
});
