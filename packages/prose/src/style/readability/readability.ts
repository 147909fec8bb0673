import { read, type Reading } from "../reading.ts";
import type { Token } from "../tokens.ts";
import { syllables } from "./syllables.ts";

/** Why there is no grade. */
export type Unreadable = "too-short" | "other-script" | "no-sentence-marks";

export type Readability = {
  words: number;
  /** null where the text has no sentence marks to count by, such as a raw transcript. */
  sentences: number | null;
  meanSentenceWords: number | null;
  /** Flesch-Kincaid grade: years of schooling in the United States. */
  grade: number | null;
  /** Flesch reading ease: 100 is very easy, 0 very hard; both ends are open. */
  ease: number | null;
  reason: Unreadable | null;
};

// Both thresholds are ours. Under 30 words one long name moves the grade by years; and a text with
// one full stop in 60 words is a transcript whose stops say nothing of its sentences.
const fewestWords = 30;
const mostWordsPerMark = 60;

/**
 * Flesch-Kincaid grade = .39 words/sentence + 11.8 syllables/word − 15.59 (Kincaid, Fishburne, Rogers
 * and Chissom, "Derivation of new readability formulas", Research Branch Report 8-75, 1975).
 * Reading ease = 206.835 − 1.015 words/sentence − 84.6 syllables/word (Flesch, "A new readability
 * yardstick", Journal of Applied Psychology 32, 1948). Made for English; syllables are estimated.
 */
export const readability = (text: string): Readability => readabilityOf(read(text));

export function readabilityOf({ text, tokens, sentences }: Reading): Readability {
  const words = wholeWords(text, tokens);
  const marks = sentences.filter(({ marked }) => marked).length;
  const reason = whyNot(words, marks);
  const counted = reason === "no-sentence-marks" || marks === 0 ? null : sentences.length;
  const meanSentenceWords = counted === null ? null : words.length / counted;
  const bare = { words: words.length, sentences: counted, meanSentenceWords };
  if (reason !== null || meanSentenceWords === null) {
    return { ...bare, grade: null, ease: null, reason: reason ?? "no-sentence-marks" };
  }
  const spoken = words.reduce((sum, word) => sum + syllablesOf(word), 0) / words.length;
  return {
    ...bare,
    grade: 0.39 * meanSentenceWords + 11.8 * spoken - 15.59,
    ease: 206.835 - 1.015 * meanSentenceWords - 84.6 * spoken,
    reason: null,
  };
}

function whyNot(words: readonly string[], marks: number): Unreadable | null {
  if (words.length < fewestWords) return "too-short";
  const latin = words.filter((word) => /^[\p{Script=Latin}\p{N}]/u.test(word)).length;
  if (latin < words.length / 2) return "other-script";
  return words.length > marks * mostWordsPerMark ? "no-sentence-marks" : null;
}

// "server-side" and "1,200" are one word each, as the formulas count them.
function wholeWords(text: string, tokens: readonly Token[]): string[] {
  const words: string[] = [];
  for (const { start, end, gap } of tokens) {
    const word = text.slice(start, end);
    const last = words.at(-1);
    const joins = gap === "-" || (/^[.,]$/.test(gap) && /\d$/.test(last ?? "") && /^\d/.test(word));
    if (joins && last !== undefined && last.length < 60)
      words[words.length - 1] = last + gap + word;
    else words.push(word);
  }
  return words;
}

const syllablesOf = (word: string): number =>
  word.split("-").reduce((sum, part) => sum + syllables(part), 0);
