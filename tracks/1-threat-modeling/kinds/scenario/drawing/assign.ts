import type { KeyThreat } from "../material/threats.ts";
import type { Fit } from "../threats/match.ts";

/** A threat of the key that one of the learner's may stand for. */
export type Pairing = { known: KeyThreat; fit: Fit; note: string };

const order: readonly Fit[] = ["full", "partly", "unsure"];

/**
 * One to one, and the best for the learner: among full fits the heaviest set that can be carried at once, then
 * the same with what is left. Augmenting paths in order of weight find it, since such sets form a matroid.
 */
export function assignBest(fits: readonly (readonly Pairing[])[]): Map<number, Pairing> {
  const carried = new Map<number, Pairing>();
  for (const fit of order) {
    const free = fits.map((list, index) =>
      carried.has(index) ? [] : list.filter((one) => one.fit === fit),
    );
    const taken = new Set([...carried.values()].map(({ known }) => known.id));
    for (const [index, pair] of heaviest(free, taken)) carried.set(index, pair);
  }
  return carried;
}

function heaviest(
  fits: readonly (readonly Pairing[])[],
  taken: ReadonlySet<string>,
): Map<number, Pairing> {
  const carrier = new Map<string, number>();
  const sought = new Map(fits.flat().map(({ known }) => [known.id, known.weight]));
  const byWeight = [...sought].filter(([id]) => !taken.has(id)).toSorted((a, b) => b[1] - a[1]);
  const place = (id: string, seen: Set<number>): boolean =>
    fits.some((list, index) => {
      if (seen.has(index) || !list.some(({ known }) => known.id === id)) return false;
      seen.add(index);
      const other = [...carrier].find(([, at]) => at === index)?.[0];
      if (other !== undefined && !place(other, seen)) return false;
      carrier.set(id, index);
      return true;
    });
  for (const [id] of byWeight) place(id, new Set());
  return new Map(
    [...carrier].map(([id, index]) => [index, fits[index]!.find(({ known }) => known.id === id)!]),
  );
}
