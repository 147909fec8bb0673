import type { Query, QueryCombination } from "minisearch";

import { synonyms } from "./synonyms.ts";
import { runsOf, type Token } from "./tokens.ts";

/** The words that are in the index. */
export type Vocabulary = { has: (term: string) => boolean; hasPrefix: (prefix: string) => boolean };

export const queryCharactersMax = 500;
/** More words than this narrow nothing down any more. */
const wordsMax = 12;

const fillers = new Set(
  "a an and are as at be by can do does for from how i in is it its my of on or should that the this to was what when where which who why will with".split(
    " ",
  ),
);

export type Word = Pick<Token, "term"> & {
  /** Whether more of it may be typed yet. */
  open: boolean;
  /** The words of one run, such as "cross-site", share this. */
  run: number;
};

/** The words of what was typed, without fillers where there are others. Anything may be typed. */
export function wordsOf(typed: string): Word[] {
  const text = typed.slice(0, queryCharactersMax);
  const runs = runsOf(text);
  const words = runs.flatMap(({ words }, run) =>
    words.map(({ term, end }) => ({ term, open: end === text.length, run })),
  );
  const said = words.filter(({ term }) => term !== "");
  const telling = said.filter(({ term }) => !fillers.has(term));
  return (telling.length > 0 ? telling : said).slice(0, wordsMax);
}

/** All of the words, in any of their names. `any` asks for at least one of them instead. */
export function queryOf(words: readonly Word[], vocabulary: Vocabulary, any = false): Query {
  const queries: Query[] = [];
  for (let at = 0; at < words.length;) {
    const known = synonyms.find(({ terms }) =>
      terms.every((term, index) => words[at + index]?.term === term),
    );
    const length = known?.terms.length ?? 1;
    const here = words.slice(at, at + length);
    const others = (known?.others ?? []).map((terms) => all(terms.map(exactly), otherName));
    queries.push(oneOf([all(here.map((one) => word(one, vocabulary))), ...others]));
    at += length;
  }
  const apart: QueryCombination = { combineWith: any ? "OR" : "AND", queries };
  const joined = joinedPairs(words, vocabulary);
  return joined.length === 0 ? apart : { combineWith: "OR", queries: [apart, ...joined] };
}

/** What is found by another name counts a little less than what is found by the one that was typed. */
const otherName = 0.7;

const all = (queries: Query[], weight = 1): QueryCombination => ({
  combineWith: "AND",
  queries,
  boostTerm: () => weight,
});

const oneOf = (queries: Query[]): Query =>
  queries.length === 1 && queries[0] ? queries[0] : { combineWith: "OR", queries };

const exactly = (term: string): QueryCombination => ({
  queries: [term],
  prefix: false,
  fuzzy: false,
});

/** A beginning is enough where more may follow; spelling is forgiven where the word is unknown. */
function word({ term, open }: Word, vocabulary: Vocabulary): QueryCombination {
  const prefix = (open || term.length >= 4) && vocabulary.hasPrefix(term);
  const known = prefix || vocabulary.has(term);
  return { queries: [term], prefix, fuzzy: known ? false : editsFor(term) };
}

/** How many letters may be wrong, by length: none in an abbreviation. */
function editsFor(term: string): number | false {
  if (term.length <= 3) return false;
  return term.length <= 5 ? 1 : 2;
}

/** "assume role" finds AssumeRole as well: all of the words, as they stand beside each other, as one. */
function joinedPairs(words: readonly Word[], vocabulary: Vocabulary): Query[] {
  const whole = words.map(({ term }) => term).join("");
  if (words.length < 2 || words.length > 4 || !vocabulary.has(whole)) return [];
  return [exactly(whole)];
}
