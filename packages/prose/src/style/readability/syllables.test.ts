import { expect, it } from "vitest";

import { syllables } from "./syllables.ts";

it.each([
  [1, "the use key keys makes failed called league queue rule trust friend was strengths tier"],
  [1, "don't can't we're I've"],
  [2, "table tables attack handled server safely uses changes trying client people argue deployed"],
  [2, "isn't couldn't firewall baseline timestamp pipeline framework version going being chaos"],
  [2, "software quiet trial someone beyond layer every hundred technique create react filtered"],
  [3, "encrypted services management requirement credential diagram audience influence"],
  [3, "employee deployment video actual virtual element idea area period denial earlier database"],
  [
    4,
    "material variable reliable mechanism algorithm experience initiate evaluate situation security",
  ],
  [4, "information identity cryptography scenario society"],
  [5, "authentication identifier implementation continuity"],
  [6, "vulnerability"],
])("%i in each of: %s", (count, words) => {
  const counted = words.split(" ").map((word) => [word, syllables(word)]);
  expect(counted).toEqual(words.split(" ").map((word) => [word, count]));
});

it.each([
  ["SQL", 3],
  ["APIs", 3],
  ["AWS", 5],
  ["HTTPS", 5],
  ["NIST", 1],
  ["OWASP", 2],
  ["naïve", 1],
  ["42", 2],
  ["", 1],
  ["😀", 1],
  ["\ud800", 1],
])("%j is read as %i", (word, count) => {
  expect(syllables(word)).toBe(count);
});
