import { describe, expect, it } from "vitest";

import { audiences, audienceTarget } from "../audience.ts";
import { readability } from "./readability.ts";

const plain =
  "A thief came in by the back door. We lock it now. We check it each night, and we note who has the key. No one has got in since. If it fails, a bell rings and two of us go to look.";
const dense =
  "Organisational authentication infrastructure necessitates comprehensive cryptographic interoperability considerations, notwithstanding architectural heterogeneity. Consequently, administrators systematically operationalise multidimensional authorisation methodologies, simultaneously institutionalising accountability throughout interdependent organisational environments, notwithstanding innumerable regulatory incompatibilities, jurisdictional considerations and heterogeneous infrastructures.";
const transcript = "so we looked at the logs and then we found the key and rotated it ".repeat(4);

describe("readability", () => {
  it("counts words and sentences", () => {
    const { words, sentences, meanSentenceWords } = readability(plain);
    expect([words, sentences, meanSentenceWords]).toEqual([43, 5, 8.6]);
  });

  it("follows the formulas", () => {
    // 43 words in 5 sentences; every word has one syllable.
    expect(readability(plain).grade).toBeCloseTo(0.39 * 8.6 + 11.8 - 15.59, 6);
    expect(readability(plain).ease).toBeCloseTo(206.835 - 1.015 * 8.6 - 84.6, 6);
  });

  it("tells dense text from plain text", () => {
    expect(readability(plain).grade).toBeLessThan(2);
    expect(readability(dense).grade).toBeGreaterThan(25);
  });

  it.each([
    ["nothing", "", "too-short"],
    ["one word", "Encryption.", "too-short"],
    ["a raw transcript", transcript, "no-sentence-marks"],
    [
      "a transcript with one late full stop",
      `${transcript}${transcript}and done.`,
      "no-sentence-marks",
    ],
    ["another script", "мы нашли ключ и заменили его ".repeat(10), "other-script"],
  ])("gives no grade for %s", (_name, text, reason) => {
    expect(readability(text)).toMatchObject({ grade: null, ease: null, reason });
  });

  it("says that a transcript's sentences are not known", () => {
    expect(readability(transcript)).toMatchObject({ words: 60, sentences: null });
  });

  it.each([
    [
      "abbreviations",
      "Some keys, e.g. those of the CI, i.e. ours, leaked. We rotated approx. ten.",
      2,
    ],
    ["decimals", "TLS 1.3 cut it by 0.5 seconds. We kept 1.2 too.", 2],
    ["list items", "We did this:\n- rotated the keys\n- closed the port\nIt held.", 3],
    ["a blank line", "What we did\n\nWe rotated the keys.", 2],
    ["ellipses and quotes", "He said “stop.” Then... we stopped?! Yes.", 4],
    ["file names", "The flaw was in app.module.ts and in main.py. We fixed both.", 2],
    ["wide marks", "鍵を替えた。終わり。", 2],
  ])("cuts sentences: %s", (_name, text, count) => {
    expect(readability(text).sentences).toBe(count);
  });

  it.each([
    ["a compound", "server-side", 1],
    ["a number", "1,200", 1],
    ["code", "see `a.b(c)` here", 2],
    ["a link", "see https://example.com/a/b?c=d. Then", 2],
    ["markup", "<b>bold</b> move", 2],
  ])("counts words: %s", (_name, text, count) => {
    expect(readability(text).words).toBe(count);
  });
});

it("asks less of engineers than of customers, and says whose numbers these are", () => {
  const targets = audiences.map(audienceTarget);
  expect(targets.map(({ maxGrade }) => maxGrade)).toEqual([14, 11, 9]);
  expect(targets.every(({ source }) => source === "ours")).toBe(true);
});
