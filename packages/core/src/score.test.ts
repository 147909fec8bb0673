import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { verdicts, type Criterion } from "./grade.ts";
import { passes, scoreOf } from "./score.ts";

const criterion = fc.record({
  id: fc.stringMatching(/^[a-z]{4}$/),
  title: fc.constant("title"),
  verdict: fc.constantFrom(...verdicts),
  weight: fc.integer({ min: 1, max: 10 }),
  essential: fc.boolean(),
  evidence: fc.constant([]),
}) satisfies fc.Arbitrary<Criterion>;
const criteria = fc.array(criterion, { minLength: 1, maxLength: 12 });

const one = (verdict: Criterion["verdict"], weight = 1, essential = false): Criterion => ({
  id: "one",
  title: "one",
  verdict,
  weight,
  essential,
  evidence: [],
});

describe("scoreOf", () => {
  it.each([
    ["nothing judged", [], { low: 0, high: 0 }],
    ["met", [one("met")], { low: 100, high: 100 }],
    ["half", [one("partly")], { low: 50, high: 50 }],
    ["unsure opens the range", [one("met"), one("unsure")], { low: 50, high: 100 }],
    ["weights count", [one("met", 3), one("missed", 1)], { low: 75, high: 75 }],
    ["rounds down", [one("met", 2), one("missed", 1)], { low: 66, high: 66 }],
    ["7 of 10 is 70", [one("met", 7), one("missed", 3)], { low: 70, high: 70 }],
  ])("%s", (_name, given, expected) => {
    expect(scoreOf(given)).toEqual(expected);
  });

  it("stays a range within 0 and 100", () => {
    fc.assert(
      fc.property(criteria, (given) => {
        const { low, high } = scoreOf(given);
        expect(0 <= low && low <= high && high <= 100).toBe(true);
      }),
    );
  });

  it("never falls when one verdict gets better, and ignores order", () => {
    const better = { missed: "partly", unsure: "met", partly: "met", met: "met" } as const;
    fc.assert(
      fc.property(criteria, fc.nat(), (given, pick) => {
        const index = pick % given.length;
        const raised = given.with(index, {
          ...given[index]!,
          verdict: better[given[index]!.verdict],
        });
        expect(scoreOf(raised).low).toBeGreaterThanOrEqual(scoreOf(given).low);
        expect(scoreOf(given.toReversed())).toEqual(scoreOf(given));
      }),
    );
  });

  it("has its high end where every unsure were met", () => {
    fc.assert(
      fc.property(criteria, (given) => {
        const decided = given.map((item) =>
          item.verdict === "unsure" ? { ...item, verdict: "met" as const } : item,
        );
        expect(scoreOf(given).high).toBe(scoreOf(decided).low);
      }),
    );
  });
});

describe("passes", () => {
  const prose = { low: 50, high: 85, essential: "not-missed" } as const;
  it.each([
    ["all met", [one("met", 1, true)], undefined, true],
    ["70 without essentials", [one("met", 7), one("missed", 3)], undefined, true],
    ["69", [one("met", 69), one("missed", 31)], undefined, false],
    ["a high end alone", [one("met", 65), one("unsure", 35)], undefined, false],
    ["an essential partly met", [one("met", 9), one("partly", 1, true)], undefined, false],
    ["an essential unsure", [one("met", 9), one("unsure", 1, true)], undefined, false],
    ["prose: an essential unsure", [one("met", 9), one("unsure", 1, true)], prose, true],
    ["prose: an essential missed", [one("met", 9), one("missed", 1, true)], prose, false],
    ["prose: an essential partly met", [one("met", 9), one("partly", 1, true)], prose, false],
    ["prose: high end too low", [one("met", 8), one("missed", 2)], prose, false],
    ["nothing judged", [], undefined, false],
  ])("%s", (_name, given, bar, expected) => {
    expect(passes(given, bar).passed).toBe(expected);
  });

  it("names what blocks", () => {
    expect(passes([one("met", 9), one("missed", 1, true)]).blockedBy).toEqual(["one"]);
  });
});
