import type { Asked } from "./estate/asked.ts";
import { allows } from "./estate/ask.ts";
import type { Standing } from "./estate/standing.ts";
import type { Row } from "./key.ts";

/** Whether a request is decided as it should be. */
export const holds = (standing: Standing, asked: Asked): boolean =>
  allows(standing, asked) === (asked.expect === "allow");

/** How the rows of one requirement came out. */
export type Outcome = { held: Row[]; failed: Row[] };

/** The hidden table, decided; by id of the requirement. */
export function decideTable(standing: Standing, rows: readonly Row[]): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const row of rows) {
    const outcome = outcomes.get(row.of) ?? { held: [], failed: [] };
    (holds(standing, row) ? outcome.held : outcome.failed).push(row);
    outcomes.set(row.of, outcome);
  }
  return outcomes;
}

/**
 * Half is done only where something is let through and something is kept out: one half of that comes for nothing,
 * by allowing or by denying all.
 */
export function verdictOf({ held, failed }: Outcome): "met" | "partly" | "missed" {
  if (failed.length === 0) return "met";
  const distinguishes = new Set(held.map(({ expect }) => expect)).size === 2;
  return distinguishes && held.length > failed.length ? "partly" : "missed";
}
