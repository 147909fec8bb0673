import { cpus } from "node:os";

export type Figure = { what: string; value: string; aim: string; held: boolean };

type Bound = { what: string; value: number; below: number; unit: string };

/** A figure whose aim is an upper bound. */
export const below = ({ what, value, below: bound, unit }: Bound): Figure => ({
  what,
  value: `${round(value)} ${unit}`,
  aim: `under ${bound} ${unit}`,
  held: value < bound,
});

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export async function timed(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await action();
  return performance.now() - began;
}

export function printTable(figures: readonly Figure[]): void {
  console.log(`\nNode ${process.versions.node}, ${process.platform}, ${cpus().length} cores\n`);
  console.log("| what | measured | aim | |\n|---|---|---|---|");
  for (const { what, value, aim, held } of figures) {
    console.log(`| ${what} | ${value} | ${aim} | ${held ? "holds" : "missed"} |`);
  }
}

const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
