import { expect, test } from "vitest";

import type { Finding } from "./answer.ts";
import { mark, material } from "./fixture.ts";
import { recall, type ReviewRecall } from "./recall.ts";

const recalled = (findings: Finding[]): string => {
  const found = recall({ ...material, stage: "review", answer: { findings } });
  const { flaws, alarms } = found as unknown as ReviewRecall;
  const told = flaws.map(({ cwe, fit, claimed }) => `${cwe} ${fit} ${claimed ?? "-"}`);
  return [...told, ...alarms.map((cwe) => `alarm ${cwe ?? "-"}`)].join(", ");
};

test.each<[string, Finding[], string]>([
  ["nothing", [], "89 missed -, 639 missed -"],
  ["the right class", [mark(6, 6, { cwe: 89 })], "89 listed 89, 639 missed -"],
  ["another that counts", [mark(12, 12, { cwe: 862 })], "89 missed -, 639 listed 862"],
  ["a neighbour in the tree", [mark(6, 6, { cwe: 943 })], "89 related 943, 639 missed -"],
  ["another class", [mark(6, 6, { cwe: 79 })], "89 other 79, 639 missed -"],
  ["no class", [mark(6, 6)], "89 none -, 639 missed -"],
  [
    "false alarms",
    [mark(15, 15, { cwe: 79 }), mark(9, 9), mark(18, 18)],
    "89 missed -, 639 missed -, alarm 79, alarm -",
  ],
])("%s", (_name, findings, told) => {
  expect(recalled(findings)).toBe(told);
});

test.each<[string, "review" | "repair", unknown]>([
  ["a repair", "repair", { files: {} }],
  ["an answer in another shape", "review", { findings: 3 }],
])("%s tells nothing", (_name, stage, answer) => {
  expect(recall({ ...material, stage, answer })).toBeNull();
});
