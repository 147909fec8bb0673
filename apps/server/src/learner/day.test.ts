import { drill, evidence } from "../../../../packages/core/src/learner/fixture.ts";
import { describe, expect, it } from "vitest";

import { stillToDo, type PlannedDay } from "./day.ts";

const today = "2026-03-02";
const day: PlannedDay = {
  day: today,
  madeFrom: "",
  note: null,
  items: [
    { what: "drill", drillId: "one", part: null, minutes: 10, why: "-" },
    { what: "cards", until: 12, minutes: 4, why: "-" },
  ],
};
const onOne = (over: Parameters<typeof evidence>[0]) =>
  evidence({ drill: drill({ id: "one" }), ...over });

describe("what is still to be done of a day", () => {
  it.each<[string, ReturnType<typeof evidence>[], number, number, string]>([
    ["nothing was done", [], 0, 30, "drill cards"],
    ["the drill was done today", [onOne({ day: today })], 0, 30, "cards"],
    ["it was done and not passed", [onOne({ day: today, passed: false })], 0, 30, "cards"],
    ["it was given up", [onOne({ day: today, state: "given-up" })], 0, 30, "cards"],
    ["it is open", [onOne({ day: today, state: "open" })], 0, 30, "drill cards"],
    ["it was done yesterday", [onOne({ day: "2026-03-01" })], 0, 30, "drill cards"],
    ["another was done", [evidence({ drill: drill({ id: "two" }) })], 0, 30, "drill cards"],
    ["some cards were reviewed", [], 11, 30, "drill cards"],
    ["all planned cards were reviewed", [], 12, 30, "drill"],
    ["no card is left", [], 3, 0, "drill"],
  ])("%s", (_what, given, reviewed, cardsLeft, left) => {
    const items = stillToDo(day, { evidence: given, reviewed, cardsLeft });
    expect(items.map(({ what }) => what).join(" ")).toBe(left);
  });
});
