import type { Slot } from "../../key.ts";

export const idsIn = (slot: Slot): string[] => (typeof slot === "string" ? [slot] : slot);

/** A pair of steps that stands the wrong way round: `first` belongs before `after`. */
export type Inversion = { first: string; after: string };

/**
 * Pairs in the wrong order, over slots: steps of one slot may come either way. Their number is the
 * number of neighbouring swaps to the nearest accepted order, as in a bubble sort by slot.
 */
export function inversions(slots: readonly Slot[], order: readonly string[]): Inversion[] {
  const slotOf = (id: string) => slots.findIndex((slot) => idsIn(slot).includes(id));
  return order.flatMap((early, index) =>
    order
      .slice(index + 1)
      .filter((late) => slotOf(late) < slotOf(early))
      .map((late) => ({ first: late, after: early })),
  );
}

/** Every order that the slots accept; the first is the one to show. */
export function acceptedOrders(slots: readonly Slot[]): string[][] {
  return slots.reduce<string[][]>(
    (heads, slot) =>
      heads.flatMap((head) => permutations(idsIn(slot)).map((tail) => [...head, ...tail])),
    [[]],
  );
}

/** How many orders the slots accept, without making them. */
export const acceptedCount = (slots: readonly Slot[]): number =>
  slots.reduce((count, slot) => count * factorial(idsIn(slot).length), 1);

export const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

function permutations(ids: readonly string[]): string[][] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id) =>
    permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]),
  );
}
