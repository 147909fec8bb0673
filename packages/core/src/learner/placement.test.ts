import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { drill, evidence } from "./fixture.ts";
import { drawPlacement, placed, placementMinutes } from "./placement.ts";

const items = Array.from({ length: 40 }, (_, at) =>
  drill({
    id: `item-${at}`,
    work: "item",
    level: ((at % 3) + 1) as 1 | 2 | 3,
    minutes: { aim: at % 2 === 0 ? 1 : 1.5, limit: 3 },
    concepts: [`topic-${at % 13}`],
  }),
);
const byId = new Map(items.map((one) => [one.id, one]));

describe("drawPlacement", () => {
  it("fills twelve minutes and draws nothing twice, whatever the seed", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = drawPlacement(items, seed).map((id) => byId.get(id)!);
        const minutes = drawn.reduce((sum, one) => sum + one.minutes.aim, 0);
        expect(minutes).toBeLessThanOrEqual(placementMinutes);
        expect(minutes).toBeGreaterThan(placementMinutes - 1.5);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(new Set(drawn.map(({ level }) => level)).size).toBe(3);
      }),
    );
  });

  it("takes what shares least first", () => {
    const topics = drawPlacement(items, "a").flatMap((id) => byId.get(id)!.concepts);
    expect(new Set(topics).size).toBe(topics.length);
  });

  it("draws the same for the same seed, and something else for another", () => {
    expect(drawPlacement(items, "a")).toEqual(drawPlacement(items, "a"));
    expect(drawPlacement(items, "a")).not.toEqual(drawPlacement(items, "b"));
  });

  it.each([
    ["no item at all", [drill({ work: "drill" })]],
    ["a draft", [drill({ work: "item", status: "draft", minutes: { aim: 1, limit: 1 } })]],
    ["one that is too long", [drill({ work: "item", minutes: { aim: 13, limit: 13 } })]],
  ])("draws nothing from %s", (_what, from) => {
    expect(drawPlacement(from, "a")).toEqual([]);
  });
});

describe("placed", () => {
  const since = "2026-03-02T10:00:00Z";
  const on = (over: Parameters<typeof evidence>[0]) => evidence({ drill: items[0]!, ...over });

  it.each([
    ["nothing was tried", [], null],
    ["it was tried before", [on({ passed: true, startedAt: "2026-03-01T10:00:00Z" })], null],
    ["it was passed", [on({ passed: true, startedAt: "2026-03-02T10:01:00Z" })], true],
    [
      "it was passed at the second try",
      [
        on({ passed: true, startedAt: "2026-03-02T10:05:00Z" }),
        on({ passed: false, startedAt: "2026-03-02T10:01:00Z" }),
      ],
      false,
    ],
    ["it is open", [on({ state: "open", startedAt: "2026-03-02T10:01:00Z" })], null],
  ])("says of an item when %s", (_what, given, passed) => {
    expect(placed(["item-0"], given, since)[0]?.passed).toBe(passed);
  });
});
