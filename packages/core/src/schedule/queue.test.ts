import { describe, expect, test } from "vitest";

import type { Verdict } from "../grade.ts";
import type { Memory } from "./memory.ts";
import { queueOf, type Standing } from "./queue.ts";
import { suggestedRating } from "./suggest.ts";

const now = Date.parse("2026-03-02T09:00:00Z");
const minute = 60_000;

const memory = (phase: Memory["phase"], stability: number): Memory => ({
  phase,
  stability,
  difficulty: 5,
  step: 0,
  reps: 1,
  lapses: 0,
  reviewedAt: "2026-02-20T09:00:00.000Z",
});
const seen = (id: string, dueMs: number, known: Memory): Standing => {
  return { id, dueMs, memory: known, suspended: null };
};
const review = (id: string, dueMs: number, stability = 10) =>
  seen(id, dueMs, memory("review", stability));
const learning = (id: string, dueMs: number) => seen(id, dueMs, memory("learning", 1));
const fresh = (id: string): Standing => ({ id, dueMs: null, memory: null, suspended: null });

const none = { fresh: 0, reviews: 0 };
const plenty = { fresh: 10, reviews: 100 };

describe("the queue", () => {
  const all = [
    fresh("n1"),
    fresh("n2"),
    review("safe", now - minute, 30),
    review("endangered", now - minute, 3),
    review("later", now + 1),
    learning("step", now),
    learning("soon", now + 10 * minute),
    learning("tonight", now + 600 * minute),
    { ...review("off", 0), suspended: "leech" as const },
  ];
  test.each([
    ["learning, due, new, then what comes back in minutes", all, plenty, none],
    ["step endangered safe n1 soon", all, { fresh: 1, reviews: 100 }, none],
    ["step endangered n1 n2 soon", all, { fresh: 10, reviews: 1 }, none],
    ["step endangered soon", all, { fresh: 3, reviews: 4 }, { fresh: 3, reviews: 3 }],
    ["step soon", all, { fresh: 3, reviews: 4 }, { fresh: 9, reviews: 9 }],
    ["", [review("later", now + 1)], plenty, none],
    ["", [], plenty, none],
  ])("%s", (expected, cards, limits, done) => {
    const { order, due, fresh: unseen } = queueOf(cards, { now, limits, done });
    const ids = order.map(({ id }) => id).join(" ");
    const whole = "step endangered safe n1 n2 soon";
    expect(ids).toBe(expected.startsWith("learning,") ? whole : expected);
    expect(due + unseen).toBe(order.length);
    expect(unseen).toBe(order.filter((one) => one.memory === null).length);
  });
});

const criterion = (verdict: Verdict, essential = false) => ({ verdict, essential, weight: 1 });

test.each([
  ["nothing graded", [], null],
  ["an essential point missed", [criterion("missed", true), criterion("met"), criterion("met")], 1],
  ["an essential point that may have been said", [criterion("unsure", true), criterion("met")], 2],
  [
    "59 of 100",
    [
      { ...criterion("met"), weight: 59 },
      { ...criterion("missed"), weight: 41 },
    ],
    2,
  ],
  [
    "60 of 100",
    [
      { ...criterion("met"), weight: 60 },
      { ...criterion("missed"), weight: 40 },
    ],
    3,
  ],
  ["all", [criterion("met", true), criterion("met")], 3],
])("%s speaks for %o", (_name, criteria, rating) => {
  expect(suggestedRating(criteria)).toBe(rating);
});
