import { follows, tokenise, type Token } from "./tokens.ts";

type Phrase<T> = { words: string[]; value: T };
/** Phrases by their first word, the longest first. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

export function indexPhrases<T>(entries: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const index = new Map<string, Phrase<T>[]>();
  for (const [phrase, value] of entries) {
    const words = tokenise(phrase).map(({ word }) => word);
    const first = words[0];
    if (first === undefined) continue;
    const siblings = index.get(first) ?? [];
    siblings.push({ words, value });
    index.set(first, siblings);
  }
  for (const siblings of index.values()) siblings.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Every phrase that begins at a token, the longest first. */
export function* phrasesAt<T>(index: PhraseIndex<T>, tokens: readonly Token[], at: number) {
  const candidates = index.get(tokens[at]?.word ?? "");
  for (const { words, value } of candidates ?? []) {
    if (words.every((word, offset) => continues(tokens[at + offset], word, offset))) {
      yield { value, length: words.length };
    }
  }
}

const continues = (token: Token | undefined, word: string, offset: number): boolean =>
  token !== undefined && token.word === word && (offset === 0 || follows(token));
