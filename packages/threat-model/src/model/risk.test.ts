import { describe, expect, test } from "vitest";

import type { Mitigation, Model } from "./model.ts";
import { residualOf, riskLevel } from "./risk.ts";
import { sampleModel } from "./sample.ts";

test.each([
  [5, 5, "critical"],
  [4, 5, "critical"],
  [4, 4, "high"],
  [3, 4, "high"],
  [2, 5, "medium"],
  [2, 3, "medium"],
  [1, 5, "low"],
  [1, 1, "low"],
] as const)("likelihood %i × impact %i is %s", (likelihood, impact, expected) => {
  expect(riskLevel({ likelihood, impact })).toBe(expected);
});

const [first, second] = sampleModel.mitigations as [Mitigation, Mitigation];
const withMitigations = (...mitigations: Mitigation[]): Model => ({ ...sampleModel, mitigations });
const done = (likelihood: number, impact: number): Mitigation => ({
  ...second,
  state: "done",
  lowers: { likelihood, impact },
});

describe("residualOf", () => {
  test.each<[string, Model, [number, number], string[]]>([
    [
      "one done, one proposed",
      sampleModel,
      [2, 5],
      ["m1: done, likelihood 4 − 2 = 2", "m2: proposed, lowers nothing yet"],
    ],
    [
      "both done",
      withMitigations(first, done(1, 1)),
      [1, 4],
      ["m1: done, likelihood 4 − 2 = 2", "m2: done, likelihood 2 − 1 = 1; impact 5 − 1 = 4"],
    ],
    [
      "never under 1",
      withMitigations({ ...first, lowers: { likelihood: 2, impact: 3 } }, done(4, 4)),
      [1, 1],
      [
        "m1: done, likelihood 4 − 2 = 2; impact 5 − 3 = 2",
        "m2: done, likelihood 2 − 4 = 1, the least there is; impact 2 − 4 = 1, the least there is",
      ],
    ],
    ["done and lowers nothing", withMitigations(done(0, 0)), [4, 5], ["m2: done, lowers nothing"]],
    [
      "will not be done",
      withMitigations({ ...first, state: "will-not-do" }),
      [4, 5],
      ["m1: will not do, lowers nothing yet"],
    ],
    ["mitigations that are missing", withMitigations(), [4, 5], []],
  ])("%s", (_name, model, [likelihood, impact], steps) => {
    const found = residualOf(model.threats[0]!, model);
    expect(found.residual).toEqual({ likelihood, impact });
    expect(found.steps.slice(1, -1)).toEqual(steps);
    expect(found.steps[0]).toBe("Inherent: likelihood 4 × impact 5 = 20 (critical)");
    expect(found.steps.at(-1)).toMatch(`likelihood ${likelihood} × impact ${impact} =`);
  });

  test("a risk that nobody judged", () => {
    expect(residualOf({ ...sampleModel.threats[0]!, risk: null }, sampleModel)).toEqual({
      inherent: null,
      residual: null,
      steps: ["Risk not judged yet."],
    });
  });
});
