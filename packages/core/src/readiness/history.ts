import { daysBetween } from "../learner/days.ts";
import type { Day } from "../learner/evidence.ts";
import type { Level } from "./levels.ts";
import type { Known } from "./shapes.ts";
import { levelOf } from "./standing.ts";
import { agedOf, standingsOf, tableOf } from "./table.ts";

/**
 * The level of every dimension, by its id, as it was on each of these days, by the evidence of that day.
 * No day may lie after `today`.
 */
export function levelsOver(
  { today, tracks, evidence }: Pick<Known, "today" | "tracks" | "evidence">,
  days: readonly Day[],
): Record<string, Level[]> {
  const table = tableOf(tracks);
  const attempts = agedOf(evidence, today);
  const over = days.map((day) => {
    const ago = daysBetween(day, today);
    const then = attempts.filter(({ ageDays }) => ageDays >= ago);
    return standingsOf(table, then).map((standing, index) =>
      levelOf(table.subjects[index]!, standing, -ago),
    );
  });
  return Object.fromEntries(
    table.subjects.map(({ id }, index) => [id, over.map((levels) => levels[index] ?? 0)]),
  );
}
