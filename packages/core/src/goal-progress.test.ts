import { describe, expect, it } from "vitest";

import { goalProgress, type ProvingAttempt } from "./goal-progress.ts";
import type { Goal } from "./track.ts";

const goal: Goal = {
  line: "review-in-time",
  kind: "toy",
  levels: [2, 3],
  distinctDrills: 2,
  minutes: { max: 10 },
};
let serial = 0;
type Over = Partial<Omit<ProvingAttempt, "drill">> & { drill?: Partial<ProvingAttempt["drill"]> };
const passed = (over: Over = {}): ProvingAttempt => ({
  id: `t${++serial}`,
  counts: true,
  drawn: false,
  timedMs: 300_000,
  endedAt: `2026-01-${String(10 + (serial % 20))}T00:00:00.000Z`,
  ...over,
  drill: { id: "a", kind: "toy", level: 2 as const, concepts: [], ...over.drill },
});
const b3 = { drill: { id: "b", level: 3 as const } };

describe("goalProgress", () => {
  it.each<[string, ProvingAttempt[], boolean, string]>([
    ["nothing yet", [], false, "0 of 2 drills"],
    ["two drills, one hard", [passed(), passed(b3)], true, "2 of 2 drills"],
    ["the same drill twice", [passed(b3), passed(b3)], false, "1 of 2 drills"],
    [
      "none of the highest level",
      [passed(), passed({ drill: { id: "c" } })],
      false,
      "2 of 2 drills; one at level 3 to go",
    ],
    [
      "too slow",
      [passed(), passed({ ...b3, timedMs: 600_001 })],
      false,
      "1 of 2 drills; one at level 3 to go",
    ],
    [
      "another kind",
      [passed(), passed({ drill: { id: "b", level: 3, kind: "other" } })],
      false,
      "1 of 2 drills; one at level 3 to go",
    ],
    [
      "a level that does not count",
      [passed(b3), passed({ drill: { id: "d", level: 1 } })],
      false,
      "1 of 2 drills",
    ],
    ["one that proves nothing", [passed(b3), passed({ counts: false })], false, "1 of 2 drills"],
  ])("%s", (_name, attempts, proven, status) => {
    expect(goalProgress(goal, attempts)).toMatchObject({ proven, status });
  });

  it("takes only what was drawn where the goal asks for it, over enough concepts", () => {
    const draw = { last: 3, passed: 2, spread: { concept: "principle", atLeast: 2 } };
    const drawn = (concept: string, counts = true) =>
      passed({ drawn: true, counts, drill: { concepts: [`principle-${concept}`] } });
    const proven = (attempts: ProvingAttempt[]) => goalProgress({ ...goal, draw }, attempts).proven;
    expect(proven([drawn("a"), drawn("b")])).toBe(true);
    expect(proven([drawn("a"), drawn("a")])).toBe(false);
    expect(proven([drawn("a"), { ...drawn("b"), drawn: false }])).toBe(false);
    expect(proven([drawn("a", false), drawn("b", false), drawn("a")])).toBe(false);
  });
});
