import { expect, test } from "vitest";

import type { ReviewAnswer } from "../../../answer.ts";
import { mark, material } from "../../../fixture.ts";
import { timelineOf } from "./timeline.ts";
import { isComplete, timeWords, toldOf } from "./told.ts";

const { flaws, decoys, neutral, scan, sources } = material.key;
const reveal = { flaws, decoys, neutral, scan, sources };

const no = null;
test.each<[string, boolean, number | null, number | null, boolean]>([
  ["seen at 2:10, never marked", false, 130_000, no, true],
  ["never on the screen", false, no, no, true],
  ["never marked", false, no, no, false],
  ["marked at 3:05, 55 s after it was seen", true, 130_000, 185_000, true],
  ["marked at 3:05, 2:55 min after it was seen", true, 10_000, 185_000, true],
  ["marked at 0:11, as soon as it was seen", true, 10_000, 11_500, true],
  // Marked by keys between two looks at the screen.
  ["marked at 0:09, as soon as it was seen", true, 10_000, 9500, true],
  ["marked at 3:05", true, no, 185_000, true],
  ["marked; the time was not noted", true, 10_000, no, true],
])("%s", (words, marked, seenAtMs, markedAtMs, complete) => {
  expect(timeWords({ marked, seenAtMs, markedAtMs, complete })).toBe(words);
});

const seen = (from: number, to: number, atMs: number) => ({ file: "app.py", from, to, atMs });
const many = Array.from({ length: 160 }, (_, i) => seen(i + 100, i + 100, i));

test.each<[string, ReviewAnswer | null, boolean]>([
  ["no draft", null, false],
  ["a draft that noted nothing", { findings: [] }, false],
  ["a few looks", { findings: [], seen: [seen(1, 4, 0)] }, true],
  ["so many that noting may have ended", { findings: [], seen: many }, false],
])("whether all was noted: %s", (_name, draft, complete) => {
  expect(isComplete(draft)).toBe(complete);
});

const lost = mark(6, 6, { cwe: 79, markedAtMs: 65_000 });
const found = mark(12, 12, { cwe: 639, markedAtMs: 90_000 });

test.each<[string, ReviewAnswer | null, string[]]>([
  ["nothing was kept", null, ["missed ownership never marked", "missed injection never marked"]],
  [
    "what was missed comes before what has another class",
    { findings: [lost], seen: [seen(1, 8, 0), seen(12, 20, 20_000)] },
    [
      "missed ownership seen at 0:20, never marked",
      "missed injection marked at 1:05, 65 s after it was seen",
    ],
  ],
  [
    "what was missed comes before what was found",
    { findings: [found], seen: [seen(11, 14, 1000)] },
    [
      "missed injection never on the screen",
      "met ownership marked at 1:30, 89 s after it was seen",
    ],
  ],
])("flaws: %s", (_name, draft, told) => {
  expect(
    toldOf({ draft, reveal }).map(({ verdict, flaw, words }) => `${verdict} ${flaw.id} ${words}`),
  ).toEqual(told);
});

test("the time line is in order, with what never happened last", () => {
  const alarm = mark(15, 15, { cwe: 79, markedAtMs: 30_000 });
  const draft = { findings: [found, alarm], seen: [seen(11, 14, 1000), seen(15, 20, 1000)] };
  const told = timelineOf({ draft, reveal, endMs: 95_000 }).map(
    ({ atMs, verdict, what }) => `${atMs ?? "never"} ${verdict ?? "-"} ${what}`,
  );
  expect(told).toEqual([
    "1000 - app.py came on the screen",
    "30000 partly False alarm: line 15 of app.py",
    "90000 met Missing ownership check: marked at 1:30, 89 s after it was seen",
    "95000 - The review ended",
    "never missed ORDER BY injection: never on the screen",
  ]);
});
