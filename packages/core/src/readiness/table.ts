import { daysBetween } from "../learner/days.ts";
import type { CurriculumDrill, Day, Evidence } from "../learner/evidence.ts";
import type { Known } from "./shapes.ts";
import { goalStanding, newestPasses, type Aged, type Standing } from "./standing.ts";
import { subjectsOf, type Subject } from "./subjects.ts";

/** Subjects, and which of them a drill measures: asked once for each drill, since attempts are many. */
export type Table = {
  subjects: readonly Subject[];
  /** Those of `some` that measure each subject, in the same order. */
  spread: <T>(some: readonly T[], drillOf: (one: T) => CurriculumDrill) => T[][];
};

/** By the tracks: a curriculum is asked again and again, and does not change. */
const tables = new WeakMap<Known["tracks"], Table>();

export function tableOf(tracks: Known["tracks"]): Table {
  const table = tables.get(tracks) ?? newTable(tracks);
  tables.set(tracks, table);
  return table;
}

function newTable(tracks: Known["tracks"]): Table {
  const subjects = subjectsOf(tracks);
  const known = new WeakMap<CurriculumDrill, number[]>();
  const measuredBy = (drill: CurriculumDrill): number[] => {
    const found =
      known.get(drill) ??
      subjects.flatMap(({ measures }, index) => (measures(drill) ? [index] : []));
    known.set(drill, found);
    return found;
  };
  return {
    subjects,
    spread: <T>(some: readonly T[], drillOf: (one: T) => CurriculumDrill) => {
      const spread = subjects.map((): T[] => []);
      for (const one of some) {
        for (const index of measuredBy(drillOf(one))) spread[index]?.push(one);
      }
      return spread;
    },
  };
}

/** What each subject has to stand on. `attempts`: newest first. */
export function standingsOf({ subjects, spread }: Table, attempts: readonly Aged[]): Standing[] {
  const bySubject = spread(newestPasses(attempts), ({ drill }) => drill);
  return subjects.map(({ goal, measures }, index) => {
    if (goal)
      return goalStanding(
        goal,
        attempts.filter(({ drill }) => measures(drill)),
      );
    const passes = bySubject[index] ?? [];
    return { passes, spread: passes };
  });
}

/** What can prove something, and what was drawn and did not, with its age, newest first. */
export function agedOf(evidence: readonly Evidence[], today: Day): Aged[] {
  const ages = new Map<Day, number>();
  const ageOf = (day: Day): number => {
    const known = ages.get(day) ?? daysBetween(day, today);
    ages.set(day, known);
    return known;
  };
  return evidence
    .filter(({ counts, drawn }) => counts || drawn)
    .map((one): Aged => ({ ...one, ageDays: ageOf(one.day) }))
    .toSorted(newestFirst);
}

function newestFirst(a: Aged, b: Aged): number {
  if (a.ageDays !== b.ageDays) return a.ageDays - b.ageDays;
  const [endA, endB] = [a.endedAt ?? a.startedAt, b.endedAt ?? b.startedAt];
  if (endA !== endB) return endA > endB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
