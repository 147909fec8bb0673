import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Rating } from "../card.ts";
import { viaJson } from "../json.ts";
import { addDays, dayOf } from "../learner/days.ts";
import { isLeechAfter, memory as shape, type Memory } from "./memory.ts";
import { next, previews, ratings, recallChance } from "./next.ts";
import type { When } from "./when.ts";

const morning = Date.parse("2026-03-02T09:00:00Z");
const at = (now: number, interviewOn: string | null = null): When => {
  return { now, interviewOn, offsetMinutes: 0 };
};

/** A learner who reviews: how the clock is set, and which button after how long. */
const reviewing = fc.record({
  startMs: fc.integer({ min: Date.parse("2024-01-01"), max: Date.parse("2030-01-01") }),
  offsetMinutes: fc.constantFrom(-720, -480, 0, 60, 330, 840),
  interviewInDays: fc.option(fc.integer({ min: -3, max: 70 })),
  steps: fc.array(
    fc.record({
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      afterMinutes: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 80_000 })),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});

type Seen = { when: When; before: Memory | null; rating: Rating };

/** Plays all steps, and hands each moment before its review over. */
function play(
  given: typeof reviewing extends fc.Arbitrary<infer T> ? T : never,
  see: (seen: Seen) => void,
) {
  const { startMs, offsetMinutes, interviewInDays, steps } = given;
  const interviewOn =
    interviewInDays === null ? null : addDays(dayOf(startMs, offsetMinutes), interviewInDays);
  let memory: Memory | null = null;
  let now = startMs;
  for (const { rating, afterMinutes } of steps) {
    now += afterMinutes * 60_000;
    const when = { now, offsetMinutes, interviewOn };
    see({ when, before: memory, rating });
    memory = next(memory, rating, when).memory;
  }
}

const holds = (check: (seen: Seen) => void) =>
  fc.assert(fc.property(reviewing, (given) => play(given, check)));

describe("for every learner and every moment", () => {
  test("no due date passes the day before the interview", () =>
    holds(({ when, before, rating }) => {
      const { now, offsetMinutes, interviewOn } = when;
      if (interviewOn === null || dayOf(now, offsetMinutes) >= interviewOn) return;
      const due = dayOf(Date.parse(next(before, rating, when).due), offsetMinutes);
      expect(due < interviewOn).toBe(true);
    }));

  test("no due date lies in the past", () =>
    holds(({ when, before, rating }) => {
      expect(Date.parse(next(before, rating, when).due)).toBeGreaterThanOrEqual(when.now);
    }));

  test("a better rating never brings a card back sooner", () =>
    holds(({ when, before }) => {
      const dues = ratings.map((rating) => Date.parse(next(before, rating, when).due));
      expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    }));

  test("what is kept survives JSON, and leads to the same", () =>
    holds(({ when, before, rating }) => {
      const after = next(before, rating, when);
      expect(shape.parse(viaJson(after.memory))).toEqual(after.memory);
      expect(next(viaJson(before), rating, when)).toEqual(after);
    }));

  test("the chance of recall is a chance, and falls with time", () =>
    holds(({ before, when: { now } }) => {
      if (!before) return;
      const [soon, late] = [recallChance(before, now), recallChance(before, now + 9e9)];
      expect(soon <= 1 && late >= 0 && late <= soon).toBe(true);
    }));
});

const learned: Memory = {
  stability: 20,
  difficulty: 4,
  phase: "review",
  step: 0,
  reps: 5,
  lapses: 0,
  reviewedAt: "2026-02-10T09:00:00.000Z",
};

const words = (memory: Memory | null, when: When) =>
  Object.values(previews(memory, when)).map(({ interval }) => interval);

describe("the four buttons", () => {
  test.each<[string, Memory | null, string | null, string[]]>([
    ["of a new card", null, null, ["1 min", "6 min", "10 min", "8 days"]],
    ["of a learned card", learned, null, ["10 min", "48 days", "2 months", "3 months"]],
    ["four days before", learned, "2026-03-06", ["10 min", "3 days", "3 days", "3 days"]],
    ["two days before", learned, "2026-03-04", ["10 min", "tomorrow", "tomorrow", "tomorrow"]],
    [
      "on the day before",
      learned,
      "2026-03-03",
      ["10 min", "after the interview", "after the interview", "after the interview"],
    ],
    ["on the day itself", learned, "2026-03-02", ["10 min", "48 days", "2 months", "3 months"]],
    ["after it", learned, "2026-02-01", ["10 min", "48 days", "2 months", "3 months"]],
  ])("%s", (_name, memory, interviewOn, expected) => {
    expect(words(memory, at(morning, interviewOn))).toEqual(expected);
  });

  test("near the interview cards come back sooner", () => {
    const young = { ...learned, stability: 1.5, reviewedAt: "2026-03-01T09:00:00.000Z" };
    expect(words(young, at(morning, "2026-03-13"))).toEqual([
      "10 min",
      "4 days",
      "5 days",
      "9 days",
    ]);
    expect(words(young, at(morning, "2026-03-12"))).toEqual([
      "10 min",
      "2 days",
      "3 days",
      "4 days",
    ]);
  });

  test("minutes before midnight on the day before, nothing passes midnight", () => {
    const late = at(Date.parse("2026-03-02T23:55:00Z"), "2026-03-03");
    expect(next(learned, 1, late).due).toBe("2026-03-02T23:59:59.999Z");
  });

  test("a clock that was set back does no harm", () => {
    const before = at(Date.parse("2026-01-01T09:00:00Z"));
    expect(Date.parse(next(learned, 3, before).due)).toBeGreaterThan(before.now);
  });
});

test.each([
  [6, 7, false],
  [7, 8, true],
  [8, 8, false],
  [8, 9, false],
  [11, 12, true],
])("%i lapses before, %i after: a leech is %o", (before, after, leech) => {
  const with_ = (lapses: number) => ({ ...learned, lapses });
  expect(isLeechAfter(with_(before), with_(after))).toBe(leech);
});
