import type { PastAttempt } from "@loopwright/ui";
import { expect, test } from "vitest";

import { attemptOf, drillWith } from "./fixture.ts";
import { recordOf, type ClassRecord } from "./record.ts";

const told = ({ cwe, planted, right, other, missed, alarms, attempts }: ClassRecord): string => {
  const taken = other
    .map((one) => `${one.cwe ?? "-"}${one.near ? "~" : ""}×${one.times}`)
    .join("+");
  const ids = attempts.map(({ id }) => id).join("+");
  return `${cwe ?? "-"}: ${planted} ${right}/${taken || 0}/${missed} !${alarms} ${ids}`;
};

test.each<[string, PastAttempt[], string[]]>([
  ["no attempt", [], []],
  ["given up tells nothing", [attemptOf({ id: "a", day: 1 })], []],
  ["found", [attemptOf({ id: "a", day: 1, flaws: ["89 listed 89"] })], ["89: 1 1/0/0 !0 a"]],
  [
    "two flaws of one class in one review",
    [attemptOf({ id: "a", day: 1, flaws: ["639 listed 862", "639 missed"] })],
    ["639: 2 1/0/1 !0 a"],
  ],
  [
    "taken for others, the most frequent first",
    [
      attemptOf({ id: "a", day: 1, flaws: ["89 other 79"] }),
      attemptOf({ id: "b", day: 3, flaws: ["89 related 943"] }),
      attemptOf({ id: "c", day: 2, flaws: ["89 related 943", "89 none"] }),
    ],
    ["89: 4 0/943~×2+-×1+79×1/0 !0 b+c+a"],
  ],
  [
    "false alarms, by the class that was claimed",
    [attemptOf({ id: "a", day: 1, flaws: ["89 listed 89"], alarms: [89, 79, 79, null] })],
    ["89: 1 1/0/0 !1 a", "79: 0 0/0/0 !2 a", "-: 0 0/0/0 !1 a"],
  ],
  [
    "what there is to learn comes first",
    [attemptOf({ id: "a", day: 1, flaws: ["22 listed 22", "22 listed 22", "918 missed"] })],
    ["918: 1 0/0/1 !0 a", "22: 2 2/0/0 !0 a"],
  ],
])("%s", (_name, attempts, records) => {
  expect(recordOf([drillWith("Orders", attempts)]).records.map(told)).toEqual(records);
});

test("attempts of several drills are counted together", () => {
  const one = drillWith("Orders", [attemptOf({ id: "a", day: 1, flaws: ["639 missed"] })]);
  const two = drillWith("Devices", [
    attemptOf({ id: "b", day: 2, flaws: ["639 listed 639"] }),
    attemptOf({ id: "c", day: 3 }),
  ]);
  const { reviews, records } = recordOf([one, two]);
  expect(reviews).toBe(2);
  expect(records.map(told)).toEqual(["639: 2 1/0/1 !0 b+a"]);
  expect(records[0]?.attempts.map(({ title }) => title)).toEqual(["Devices", "Orders"]);
});
