import type { Quoted } from "../quoted.ts";

export type FigureKind = "count" | "percent" | "money" | "duration" | "ratio" | "date";

/** What a change needs to be believed: where it stood, where it ended, and how long that took. */
export type Triple = { baseline?: Quoted; result?: Quoted; period?: Quoted };

/**
 * A figure as written, with its unit. `value` is in that unit ("2 days" is 2 of "day"; "halved" is .5;
 * a date's value is its year) and null where it cannot be read; a range also has `high`. Figures of
 * one change carry the same triple; a figure that is itself a period carries an empty one.
 */
export type Figure = Quoted & {
  kind: FigureKind;
  value: number | null;
  high: number | null;
  unit: string | null;
  triple: Triple;
};

/** A figure while it is being read: places only. */
export type Draft = {
  start: number;
  end: number;
  kind: FigureKind;
  value: number | null;
  high: number | null;
  unit: string | null;
};
