import { expect, test } from "vitest";

import { assignBest, type Pairing } from "./assign.ts";
import type { KeyThreat } from "../material/threats.ts";
import type { Fit } from "../threats/match.ts";

const known = Object.fromEntries(
  ["a3", "b2", "c1"].map((name) => [
    name[0],
    { id: name[0], weight: Number(name[1]) } as KeyThreat,
  ]),
);
const fits = (...rows: string[]): Pairing[][] =>
  rows.map((row) =>
    row.split(" ").flatMap((one): Pairing[] => {
      const [id, fit] = one.split(":");
      return id ? [{ known: known[id]!, fit: fit as Fit, note: "" }] : [];
    }),
  );

test.each<[string, string[], string]>([
  ["one each", ["a:full", "b:full"], "0a 1b"],
  ["the second gives way", ["a:full b:full", "a:full"], "0b 1a"],
  ["a chain gives way", ["a:full", "a:full b:full", "b:full c:full"], "0a 1b 2c"],
  ["the heavier of two", ["b:full a:full"], "0a"],
  ["full before partly", ["a:partly", "a:full"], "1a"],
  ["a full fit is never given up for a heavier doubt", ["c:full a:unsure"], "0c"],
  ["what is left over carries a doubt", ["a:full", "a:full b:unsure"], "0a 1b"],
  ["nothing", ["", ""], ""],
])("%s", (_name, rows, carried) => {
  const found = [...assignBest(fits(...rows))].toSorted(([a], [b]) => a - b);
  expect(found.map(([index, one]) => `${index}${one.known.id}`).join(" ")).toBe(carried);
});
