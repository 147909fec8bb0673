import { expect, test } from "vitest";

import { speakingWords, wordsIn } from "./counts.ts";

test.each<[string, number]>([
  ["", 0],
  [" \n ", 0],
  ["one", 1],
  ["one-two  three\nfour", 3],
])("%j has %i words", (text, words) => expect(wordsIn(text)).toBe(words));

test.each<[number, string]>([
  [1, "about 10 s to say"],
  [70, "about 30 s to say"],
  [140, "about 1 min to say"],
  [216, "about 1 min 30 s to say"],
  [1400, "about 10 min to say"],
])("%i words take %s", (words, said) => expect(speakingWords(words)).toBe(said));
