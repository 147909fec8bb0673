import { shownAnswerDays } from "../attempt-grade.ts";
import { addDays } from "../learner/days.ts";
import { dimensionOf } from "./dimension.ts";
import type { Known, Readiness } from "./shapes.ts";
import { agedOf, standingsOf, tableOf } from "./table.ts";
import { triedIn } from "./way.ts";

/**
 * Where the learner stands in every dimension. It follows from the evidence and the day alone: it rises
 * only with new evidence, and falls as evidence grows old. See docs/readiness.md.
 */
export function readiness({ today, tracks, drills, evidence }: Known): Readiness {
  const tried = triedIn(evidence, addDays(today, -shownAnswerDays));
  const table = tableOf(tracks);
  const reviewed = [...drills].filter(({ status }) => status === "reviewed");
  const candidates = table.spread(reviewed, (drill) => drill);
  const standings = standingsOf(table, agedOf(evidence, today));
  return {
    dimensions: standings.map((standing, index) =>
      dimensionOf(table.subjects[index]!, {
        standing,
        candidates: candidates[index] ?? [],
        tried,
        today,
      }),
    ),
  };
}

/** 0 to 1 by track, for the plan: how far each track's own dimension has come. */
export const strengthByTrack = ({ dimensions }: Readiness): Record<string, number> =>
  Object.fromEntries(
    dimensions
      .filter(({ group }) => group === "track")
      .map(({ id, progress }) => [id.slice("track-".length), progress]),
  );
