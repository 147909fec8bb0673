/** Harmonic mean of two shares. */
export const f1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

export const percent = (share: number): number => Math.round(share * 100);

export type Bar = { met: number; partly: number };

/** 1e-9: 3 of 5 is 0.6, whatever binary fractions say. */
export function verdictOf(share: number, bar: Bar): "met" | "partly" | "missed" {
  if (share >= bar.met - 1e-9) return "met";
  return share >= bar.partly - 1e-9 ? "partly" : "missed";
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
