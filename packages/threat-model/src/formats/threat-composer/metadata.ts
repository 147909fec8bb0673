import type { Metadata } from "./shape.ts";

/**
 * The list of keys and values in which Threat Composer keeps what its forms have no field for. Keys that
 * begin with "custom:" are free for other tools. A key may stand twice; the last one counts.
 */
type Value = Metadata[number]["value"];
export type Entry = { key: string; value: Value };

/** Hands out entries that are understood, and keeps the rest for the way back. */
export type Taking = {
  /** What `read` makes of the last entry of this key; an entry of which it makes nothing stays in the rest. */
  take: <T>(key: string, read: (value: Value) => T | undefined) => T | undefined;
  rest: () => Entry[] | undefined;
};

export function takingFrom(entries: readonly Entry[]): Taking {
  const taken = new Set<Entry>();
  return {
    take: (key, read) => {
      const entry = entries.findLast((one) => one.key === key);
      const value = entry && read(entry.value);
      if (entry && value !== undefined) taken.add(entry);
      return value;
    },
    rest: () => {
      const left = entries.filter((one) => !taken.has(one));
      return left.length === 0 ? undefined : left.map(({ key, value }) => ({ key, value }));
    },
  };
}

export const asText = (value: Value): string | undefined =>
  typeof value === "string" ? value : undefined;

/** One word of a closed list. */
export const asOneOf =
  <T extends string>(words: readonly T[]) =>
  (value: Value): T | undefined =>
    words.find((one) => one === value);

export const asLevel =
  (least: number, most: number) =>
  (value: Value): number | undefined => {
    const number = Number(asText(value) || NaN);
    return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
  };

/** "CWE-79" or "79", one or many. */
export const asNumbersOf =
  (prefix: string) =>
  (value: Value): number[] | undefined => {
    const numbers = [value].flat().map((one) => Number(one.replace(`${prefix}-`, "") || NaN));
    return numbers.every((one) => Number.isSafeInteger(one) && one > 0) ? numbers : undefined;
  };

/** Entries without those that say nothing. */
export const entriesOf = (all: Readonly<Record<string, Value>>): Entry[] =>
  Object.entries(all)
    .filter(([, value]) => value.length > 0)
    .map(([key, value]) => ({ key, value }));
