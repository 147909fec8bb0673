import type { Context } from "../context.ts";

type Store = Context["store"];

/** Something that is kept in memory because it follows from the store. */
export type Keeper<T> = {
  make: () => T;
  /** Ends what is kept, where it holds more than memory. */
  end?: (kept: T) => void;
};

const kept = new WeakMap<Store, Map<Keeper<unknown>, unknown>>();

/**
 * What this keeper keeps of the store, made where it is not there yet. Ask before reading the store and write
 * into what was given: what was read before data was swapped then ends in what nobody asks any more.
 */
export function keptFor<T>(store: Store, keeper: Keeper<T>): T {
  const ofStore = kept.get(store) ?? new Map<Keeper<unknown>, unknown>();
  kept.set(store, ofStore);
  if (!ofStore.has(keeper as Keeper<unknown>))
    ofStore.set(keeper as Keeper<unknown>, keeper.make());
  return ofStore.get(keeper as Keeper<unknown>) as T;
}

/**
 * Forgets all that is kept of the store. For data that was swapped below running views: ids and revisions may be
 * the same, and what stands there another thing.
 */
export function forget(store: Store): void {
  const ofStore = kept.get(store);
  kept.delete(store);
  for (const [keeper, value] of ofStore ?? []) keeper.end?.(value);
}
