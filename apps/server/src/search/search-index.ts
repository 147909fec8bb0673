import { setImmediate as nextTurn } from "node:timers/promises";

import MiniSearch, { type Query, type SearchResult } from "minisearch";

import type { SearchEntry, SearchSource } from "@loopwright/content";

import type { Vocabulary } from "./query.ts";
import { phraseIn, searchedTokens } from "./synonyms.ts";
import { tokensOf } from "./tokens.ts";

export type IndexedEntry = SearchEntry & {
  /** Title, heading and text as they are compared with what was typed. */
  phrases: { title: string; heading: string; text: string };
};

type Kept = { signature: string; entries: IndexedEntry[] };

/** A turn of the event loop after so many sources, so that no request waits for all of them. */
const sourcesInTurn = 25;

/** The index over all sources. `refresh` reads again what has changed since, and nothing else. */
export class SearchIndex implements Vocabulary {
  readonly #sources: readonly SearchSource[];
  readonly #kept = new Map<string, Kept>();
  readonly #entries = new Map<string, IndexedEntry>();
  /** Each term with a form in which it was written. */
  readonly #forms = new Map<string, string>();
  readonly #mini = new MiniSearch<SearchEntry>({
    fields: ["title", "heading", "text", "facts"],
    tokenize: (text) => searchedTokens(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (term) => [term],
      boost: { title: 5, heading: 4, facts: 0.5 },
      weights: { prefix: 0.4, fuzzy: 0.3 },
    },
  });

  constructor(sources: readonly SearchSource[]) {
    this.#sources = sources;
  }

  has = (term: string): boolean => this.#forms.has(term);

  hasPrefix = (prefix: string): boolean => {
    for (const term of this.#forms.keys()) if (term.startsWith(prefix)) return true;
    return false;
  };

  get entries(): Iterable<IndexedEntry> {
    return this.#entries.values();
  }

  entry = (id: string): IndexedEntry | undefined => this.#entries.get(id);

  /** A term as people write it: "IAM", "encryption". */
  form = (term: string): string => this.#forms.get(term) ?? term;

  find = (query: Query): SearchResult[] => this.#mini.search(query);

  /** A source that cannot be read is left out until it can be; the curriculum tells of it elsewhere. */
  async refresh(): Promise<void> {
    const signatures = await Promise.all(
      this.#sources.map((one) => one.signature().catch(() => null)),
    );
    let read = 0;
    for (const [index, source] of this.#sources.entries()) {
      const signature = signatures[index] ?? null;
      if (signature !== null && this.#kept.get(source.key)?.signature === signature) continue;
      const entries = signature === null ? [] : await source.entries().catch(() => []);
      this.#replace(source.key, { signature: signature ?? "", entries: entries.map(withPhrases) });
      if (++read % sourcesInTurn === 0) await nextTurn();
    }
  }

  #replace(key: string, next: Kept): void {
    for (const { id } of this.#kept.get(key)?.entries ?? []) {
      this.#mini.discard(id);
      this.#entries.delete(id);
    }
    for (const entry of next.entries) {
      this.#mini.add(entry);
      this.#entries.set(entry.id, entry);
      this.#learn(`${entry.title} ${entry.heading} ${entry.text} ${entry.facts}`);
    }
    this.#kept.set(key, next);
  }

  #learn(text: string): void {
    for (const { term, start, end } of tokensOf(text)) {
      if (this.#forms.has(term)) continue;
      const form = text.slice(start, end);
      // A capital at the start of a sentence says nothing; "IAM" and "GuardDuty" keep theirs.
      this.#forms.set(term, /^.[^A-Z]*$/.test(form) ? form.toLowerCase() : form);
    }
  }
}

const withPhrases = (entry: SearchEntry): IndexedEntry => {
  const { title, heading, text } = entry;
  const phrases = { title: phraseOf(title), heading: phraseOf(heading), text: phraseOf(text) };
  return { ...entry, phrases };
};

/** Words and names in their order, with a blank at both ends. */
const phraseOf = (text: string): string => ` ${phraseIn(text).join(" ")} `;
