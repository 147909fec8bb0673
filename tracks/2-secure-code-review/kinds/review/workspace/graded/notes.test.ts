import { expect, test } from "vitest";

import type { Finding } from "../../answer.ts";
import { mark, material } from "../../fixture.ts";
import { lookOf, notesOf } from "./notes.ts";

const { flaws, decoys, neutral, scan, sources } = material.key;
const reveal = { flaws, decoys, neutral, scan, sources };
const told = (findings: Finding[]) =>
  notesOf(findings, reveal).map(({ from, look, head }) => `${from} ${look ?? "-"} ${head}`);

const missed = "12 missed Missed: Missing ownership check (CWE-639).";
const alone = "15 - Safe, and rightly left alone.";

test.each<[string, Finding[], string[]]>([
  ["nothing", [], ["5 missed Missed: ORDER BY injection (CWE-89).", missed, alone]],
  ["a hit", [mark(6, 6, { cwe: 89 })], ["6 met Hit: ORDER BY injection (CWE-89).", missed, alone]],
  [
    "a parent",
    [mark(6, 6, { cwe: 943 })],
    ["6 partly Hit, one class away: CWE-943 for CWE-89.", missed, alone],
  ],
  [
    "another class",
    [mark(6, 6, { cwe: 79 })],
    ["6 missed Right lines, other class: CWE-79 for CWE-89.", missed, alone],
  ],
  [
    "no class, a decoy, a neutral line and a repeat",
    [mark(5, 5), mark(6, 6), mark(15, 15), mark(18, 18)],
    [
      "5 missed Right lines without a class: CWE-89.",
      "6 unsure Marked twice.",
      missed,
      "15 partly False alarm.",
      "18 unsure Neutral.",
    ],
  ],
])("%s", (_name, findings, notes) => {
  expect(told(findings)).toEqual(notes);
});

test("a line under two notes shows the graver one", () => {
  const notes = notesOf([mark(5, 6, { cwe: 943 }), mark(6, 6, { cwe: 79 })], reveal);
  expect([5, 6, 7, 12].map((line) => lookOf(notes, "app.py", line)?.look)).toEqual([
    "partly",
    "partly",
    undefined,
    "missed",
  ]);
});
