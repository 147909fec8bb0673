import { expect, test } from "vitest";

import { keystrokesOf } from "./keystrokes.ts";

const given = "zone cloud 80\nprocess api in cloud\n";
type Stages = Parameters<typeof keystrokesOf>[0]["stages"];

test.each<[string, Stages, number]>([
  ["nothing", {}, 0],
  ["a text", { clarify: { scope: "four", assumptions: "" } }, 4],
  ["a drawing, with its line ends", { draw: { model: "a -> b\n" } }, 7],
  ["lines that were given", { draw: { model: `${given}a -> b\n` } }, 7],
  [
    "a drawing that is said again",
    { draw: { model: "a -> b" }, threats: { model: "a -> b\nb -> c" } },
    14,
  ],
  [
    "a threat: words are typed, the rest is chosen",
    {
      threats: {
        threats: [{ id: "long-id", text: "It leaks", targets: ["api"], stride: ["I"], cwe: 22 }],
      },
    },
    1 + 8 + 3 + 1 + 1,
  ],
  [
    "a place in the order",
    { rank: { top: [{ threat: "long-id", likelihood: 4, impact: 5, why: "why" }] } },
    6,
  ],
])("%s", (_name, stages, count) => {
  expect(keystrokesOf({ stages, actions: [] }, given)).toBe(count);
});

test("questions are typed too", () => {
  expect(keystrokesOf({ stages: {}, actions: [{ ask: "Who?" }] }, "")).toBe(4);
});
