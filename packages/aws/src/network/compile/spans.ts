import type { Ports } from "../network.ts";

/** Ports from the first to the last, both included. */
export type Span = readonly [from: number, to: number];

export const allPorts: Span = [0, 65_535];

/** Null for what is not a port or a range of them. */
export function spanOf(ports: Ports): Span | null {
  const [from, to = from, ...rest] = String(ports).split("-");
  if (rest.length > 0 || !/^\d{1,5}$/.test(from ?? "") || !/^\d{1,5}$/.test(to ?? "")) return null;
  const span: Span = [Number(from), Number(to)];
  return span[0] <= span[1] && span[1] <= 65_535 ? span : null;
}

/** What of each of `spans` is left without `taken`. */
export const minus = (spans: readonly Span[], taken: Span): Span[] =>
  spans.flatMap(([from, to]): Span[] => {
    if (taken[1] < from || to < taken[0]) return [[from, to]];
    const below: Span[] = from < taken[0] ? [[from, taken[0] - 1]] : [];
    return taken[1] < to ? [...below, [taken[1] + 1, to]] : below;
  });

export const overlaps = (one: Span, other: Span): boolean =>
  one[0] <= other[1] && other[0] <= one[1];

export const spanText = ([from, to]: Span): string => (from === to ? `${from}` : `${from}-${to}`);
