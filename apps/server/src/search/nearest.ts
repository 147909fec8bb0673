import type { Word } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";

const editsMax = 4;
/** Of what is likely meant: "krypton" and "crypto" share 0.53, "zebra" and "zero" 0.36. */
const likenessMin = 0.3;
const offeredMax = 4;

/** Words of the library that are written most like those that it does not know, as people write them. */
export function nearestTo(index: SearchIndex, unknown: readonly Word[]): string[] {
  const offered = unknown.flatMap(({ term }) => {
    const fuzzy = Math.min(editsMax, Math.floor(term.length / 2));
    if (term.length < 4) return [];
    const near = new Set(index.find({ queries: [term], fuzzy }).flatMap(({ terms }) => terms));
    return [...near]
      .map((one) => ({ one, likeness: likeness(term, one) }))
      .toSorted((a, b) => b.likeness - a.likeness)
      .filter(({ likeness }) => likeness >= likenessMin)
      .slice(0, offeredMax)
      .map(({ one }) => index.form(one));
  });
  return [...new Set(offered)].slice(0, offeredMax);
}

/** Dice's coefficient over pairs of letters, the ends of the word among them: 0 to 1. */
function likeness(a: string, b: string): number {
  const [ours, theirs] = [pairs(a), pairs(b)];
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  return (2 * shared) / (ours.size + theirs.size);
}

function pairs(term: string): Set<string> {
  const padded = ` ${term} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}
