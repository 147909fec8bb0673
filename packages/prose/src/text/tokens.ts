import { stemmer } from "stemmer";

/** One word of a text. Offsets are UTF-16 code units of the original. */
export type Token = {
  /** In lower case, with straight apostrophes. */
  word: string;
  /** Porter stem of the word without a possessive ending. */
  stem: string;
  start: number;
  end: number;
};

const wordAt = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

/** Words in order. Hyphens, slashes and dots part words: "server-side" has two. */
export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(wordAt), ({ 0: raw, index }) => {
    const word = raw.toLowerCase().replaceAll("’", "'");
    return { word, stem: stemOf(word), start: index, end: index + raw.length };
  });
}

export const stemOf = (word: string): string => stemmer(word.replace(/'s$/, ""));
