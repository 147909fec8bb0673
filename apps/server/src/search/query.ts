import type { Query, QueryCombination } from "minisearch";

import { namedAt } from "./synonyms.ts";
import { runsOf } from "./tokens.ts";

/** The words that are in the index. */
export type Vocabulary = { has: (term: string) => boolean; hasPrefix: (prefix: string) => boolean };

const charactersMax = 500;
/** More words than this narrow nothing down any more. */
const wordsMax = 12;

const fillers = new Set(
  "a an and are as at be by can do does for from how i in is it its my of on or should that the this to was what when where which who why will with".split(
    " ",
  ),
);

/** `open`: more of it may be typed yet. */
export type Word = { term: string; open: boolean };

/** A word, or several that name one thing of the field. */
export type Unit = { words: Word[]; name: string | null };

/** What was typed, without fillers where there is anything else. Anything may be typed. */
export function unitsOf(typed: string): Unit[] {
  const text = typed.slice(0, charactersMax);
  const words = runsOf(text)
    .flatMap((run) => run.words)
    .map(({ term, end }) => ({ term, open: end === text.length }))
    .filter(({ term }) => term !== "");
  const units: Unit[] = [];
  for (let at = 0; at < words.length;) {
    const named = namedAt(words, at);
    const length = named?.length ?? 1;
    units.push({ words: words.slice(at, at + length), name: named?.name ?? null });
    at += length;
  }
  const telling = units.filter(({ words, name }) => name !== null || !isFiller(words[0]));
  return (telling.length > 0 ? telling : units).slice(0, wordsMax);
}

const isFiller = (word: Word | undefined): boolean => word !== undefined && fillers.has(word.term);

/** All of the units, in any of their names. `any` asks for at least one of them instead. */
export function queryOf(units: readonly Unit[], vocabulary: Vocabulary, any = false): Query {
  const queries = units.map(({ words, name }): Query => {
    const asTyped = all(words.map((one) => word(one, vocabulary)));
    return name === null ? asTyped : { combineWith: "OR", queries: [asTyped, byName(name)] };
  });
  const apart: QueryCombination = { combineWith: any ? "OR" : "AND", queries };
  const whole = joined(units, vocabulary);
  return whole === null ? apart : { combineWith: "OR", queries: [apart, exactly(whole)] };
}

const all = (queries: Query[]): QueryCombination => ({ combineWith: "AND", queries });

const exactly = (term: string): QueryCombination => ({
  queries: [term],
  prefix: false,
  fuzzy: false,
});

/** What is found by another name counts a little less than what is found by the one that was typed. */
const byName = (name: string): QueryCombination => ({ ...exactly(name), boostTerm: () => 0.7 });

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
function joined(units: readonly Unit[], vocabulary: Vocabulary): string | null {
  const terms = units.flatMap(({ words }) => words.map(({ term }) => term));
  const whole = terms.join("");
  return terms.length > 1 && terms.length <= 4 && vocabulary.has(whole) ? whole : null;
}
