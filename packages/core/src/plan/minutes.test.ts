import { describe, expect, it } from "vitest";

import { drill, evidence } from "../learner/fixture.ts";
import type { Evidence } from "../learner/index.ts";
import { minutesOf } from "./index.ts";

const one = drill({ id: "one", minutes: { aim: 8, limit: 10, whole: 20 } });
const other = (id: string) => drill({ ...one, id });
const took = (minutes: number, over: Partial<Evidence> = {}) =>
  evidence({ drill: one, activeMs: minutes * 60_000, ...over });

describe("minutesOf", () => {
  it.each<[string, Evidence[], number]>([
    ["nothing known: what is declared as a whole", [], 20],
    ["one attempt of its own", [took(13.2)], 14],
    ["the median of the last three of its own", [took(10), took(30), took(12), took(60)], 12],
    ["an open attempt says nothing", [took(10, { state: "open" })], 20],
    ["a given-up attempt says nothing", [took(10, { state: "given-up" })], 20],
    ["handed in undone says nothing", [took(0.2), took(4.9)], 20],
    [
      "half as fast again on three others of its kind and level",
      ["a", "b", "c"].map((id) => took(30, { drill: other(id) })),
      30,
    ],
    [
      "two others say nothing of a pace",
      ["a", "b"].map((id) => took(30, { drill: other(id) })),
      20,
    ],
    ["a pace is at most double", ["a", "b", "c"].map((id) => took(200, { drill: other(id) })), 40],
    [
      "another level has a pace of its own",
      ["a", "b", "c"].map((id) => took(30, { drill: { ...other(id), level: 3 } })),
      20,
    ],
    [
      "its own history before that of its like",
      [...["a", "b", "c"].map((id) => took(30, { drill: other(id) })), took(9)],
      9,
    ],
  ])("knows %s", (_what, known, minutes) => {
    expect(minutesOf(one, known)).toBe(minutes);
  });

  it("takes the limit where no whole is declared", () => {
    expect(minutesOf(drill({ minutes: { aim: 1.5, limit: 2.5 } }), [])).toBe(3);
  });
});
