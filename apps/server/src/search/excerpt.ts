import { searchedTokens } from "./synonyms.ts";
import type { Token } from "./tokens.ts";

/** A text and the places in it that were found, in order and apart: [from, to) in UTF-16 code units. */
export type Marked = { text: string; ranges: [number, number][] };

const excerptCharacters = 180;

/** The whole text, with every one of the terms marked. */
export const marked = (text: string, terms: ReadonlySet<string>): Marked => ({
  text,
  ranges: rangesOf(hitsIn(text, terms)),
});

/** The stretch of a text that says most of what was searched; its beginning where nothing was found. */
export function excerptOf(text: string, terms: ReadonlySet<string>): Marked {
  if (text.length <= excerptCharacters) return marked(text, terms);
  const hits = hitsIn(text, terms);
  const from = startOf(text, densest(hits));
  const to = endOf(text, from + excerptCharacters);
  const [before, after] = [from > 0 ? "… " : "", to < text.length ? " …" : ""];
  const inside = hits.filter(({ start, end }) => start >= from && end <= to);
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    ranges: rangesOf(inside).map(([start, end]) => [start + shift, end + shift]),
  };
}

const hitsIn = (text: string, terms: ReadonlySet<string>): Token[] =>
  searchedTokens(text)
    .filter(({ term }) => terms.has(term))
    .toSorted((a, b) => a.start - b.start);

/** Where the window begins that holds the most different terms, and the most of them. */
function densest(hits: readonly Token[]): number {
  let best = { start: 0, weight: 0 };
  hits.forEach((hit, index) => {
    const inside = hits
      .slice(index)
      .filter(({ end }) => end <= hit.start + excerptCharacters * 0.8);
    const weight = new Set(inside.map(({ term }) => term)).size * 100 + inside.length;
    if (weight > best.weight) best = { start: hit.start, weight };
  });
  return best.start;
}

/** A little before the first word, at a sentence if one begins there, else between words. */
function startOf(text: string, first: number): number {
  const from = Math.max(0, Math.min(first - 40, text.length - excerptCharacters));
  const sentence = [...text.slice(from, first).matchAll(/[.?!]”? /g)].at(-1);
  if (sentence) return from + sentence.index + sentence[0].length;
  return from === 0 ? 0 : between(text, from, first);
}

const between = (text: string, from: number, last: number): number => {
  const blank = text.indexOf(" ", from);
  return blank === -1 || blank >= last ? last : blank + 1;
};

function endOf(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", to);
  return blank > to - 40 ? blank : to;
}

/** Overlapping and touching hits become one. */
function rangesOf(hits: readonly Token[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const { start, end } of hits) {
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}
