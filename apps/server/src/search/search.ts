import type { SearchEntry, SearchGroup, SearchSource } from "@loopwright/content";

import { excerptOf, marked, type Marked } from "./excerpt.ts";
import { nearestTo } from "./nearest.ts";
import { queryOf, unitsOf, type Unit } from "./query.ts";
import { SearchIndex, type IndexedEntry } from "./search-index.ts";

export const searchGroups = [
  "guide",
  "drill",
  "question",
  "card",
] as const satisfies readonly SearchGroup[];

export type Found = Pick<SearchEntry, "id" | "target"> & {
  title: Marked;
  heading: Marked;
  excerpt: Marked;
};
export type FoundGroup = { group: SearchGroup; total: number; hits: Found[] };

export type SearchResults = {
  /** Those that have hits, always in the same order; hits by rank. */
  groups: FoundGroup[];
  total: number;
  /** Nothing has all of the words; these have some. */
  partly: boolean;
  /** Words of the library near to those that nothing has. */
  nearest: string[];
};

type Options = { group?: SearchGroup | undefined; limit: number };

export type Search = {
  /** Reads what has changed, where that was last looked after more than two seconds ago. */
  ready: () => Promise<void>;
  /** Any text may be typed; what is longer than 500 characters is cut there. */
  find: (typed: string, options: Options) => Promise<SearchResults>;
  /** How many can be found of each group. */
  counts: () => Promise<Record<SearchGroup, number>>;
};

const freshMs = 2000;

/** Search over the sources. The index is made at first use, and follows the files from then on. */
export function openSearch(sources: readonly SearchSource[], now: () => number): Search {
  const index = new SearchIndex(sources);
  let looked = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> = Promise.resolve();
  const ready = () => {
    if (now() - looked < freshMs) return looking;
    looked = now();
    looking = looking.then(() => index.refresh());
    return looking;
  };
  return {
    ready,
    find: async (typed, options) => {
      await ready();
      return found(index, unitsOf(typed), options);
    },
    counts: async () => {
      await ready();
      const counts = { guide: 0, drill: 0, question: 0, card: 0 };
      for (const { target } of index.entries) counts[target.group]++;
      return counts;
    },
  };
}

type Ranked = { entry: IndexedEntry; terms: Set<string>; score: number };

function found(index: SearchIndex, units: Unit[], { group, limit }: Options): SearchResults {
  if (units.length === 0) return { groups: [], total: 0, partly: false, nearest: [] };
  const whole = ranked(index, units, false);
  const partly = whole.length === 0 && units.length > 1;
  const hits = partly ? ranked(index, units, true) : whole;
  const groups = searchGroups
    .filter((one) => group === undefined || one === group)
    .map((one) => groupOf(one, hits, limit))
    .filter(({ total }) => total > 0);
  const total = groups.reduce((sum, one) => sum + one.total, 0);
  const unknown = units.flatMap(({ words }) => words).filter(({ term }) => !index.hasPrefix(term));
  const nearest = whole.length > 0 ? [] : nearestTo(index, unknown);
  return { groups, total, partly: partly && total > 0, nearest };
}

function groupOf(group: SearchGroup, hits: readonly Ranked[], limit: number): FoundGroup {
  const own = hits.filter(({ entry }) => entry.target.group === group);
  return { group, total: own.length, hits: own.slice(0, limit).map(shown) };
}

const shown = ({ entry: { id, target, title, heading, text }, terms }: Ranked): Found => ({
  id,
  target,
  title: marked(title, terms),
  heading: marked(heading, terms),
  excerpt: excerptOf(text, terms),
});

function ranked(index: SearchIndex, units: readonly Unit[], any: boolean): Ranked[] {
  const phrase = units
    .flatMap(({ words, name }) => name ?? words.map(({ term }) => term))
    .join(" ");
  return index
    .find(queryOf(units, index, any))
    .flatMap(({ id, score, match }) => {
      const entry = index.entry(String(id));
      if (!entry) return [];
      const terms = new Set(Object.keys(match));
      return [{ entry, terms, score: score * entry.weight * phraseFactor(entry, phrase) }];
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Words that stand together, as they were typed, weigh more: most of all as the whole of a title. */
function phraseFactor({ phrases }: IndexedEntry, phrase: string): number {
  if (phrases.title.trim() === phrase) return 4;
  const inTitle = phrases.title.includes(` ${phrase}`) ? 2 : 1;
  const inHeading = phrases.heading.includes(` ${phrase}`) ? 1.8 : 1;
  return inTitle * inHeading * (phrases.text.includes(` ${phrase} `) ? 1.5 : 1);
}
