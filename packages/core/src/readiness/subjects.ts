import type { CurriculumDrill } from "../learner/evidence.ts";
import { lines } from "../track-lines.ts";
import type { Goal } from "../track.ts";
import { barsUpTo, usualTop, type Bar } from "./levels.ts";
import { aws } from "./maps/aws.ts";
import { criteria, type Criterion } from "./maps/criteria.ts";
import type { MapEntry } from "./maps/map.ts";
import { owasp2021 } from "./maps/owasp-2021.ts";
import { owasp2025 } from "./maps/owasp-2025.ts";
import { stride } from "./maps/stride.ts";
import { values } from "./maps/values.ts";
import type { Group, Known } from "./shapes.ts";

/** A dimension before anything is known of the learner: which drills measure it, and what they must show. */
export type Subject = {
  id: string;
  group: Group;
  title: string;
  bars: [Bar, Bar, Bar];
  measures: (drill: CurriculumDrill) => boolean;
  /** Areas of the dimension that a drill lies in. */
  areasOf: (drill: CurriculumDrill) => readonly string[];
  /** Where a goal of a track says what proves it. */
  goal: GoalOf | null;
};

export type GoalOf = Pick<Goal, "minutes"> & {
  /** Set where only what the product drew counts: of how many last ones. */
  drawnOfLast: number | null;
};

const plain = { bars: barsUpTo(usualTop), areasOf: () => [], goal: null };

/** Every dimension, in the order in which pages show them. */
export function subjectsOf(tracks: Known["tracks"]): Subject[] {
  return [
    ...lines.map((line) => lineSubject(line, tracks)),
    ...criteria.map((one) => served("criterion", one, tracks)),
    ...values.map((one) => served("value", one, tracks)),
    ...tracks.map((track): Subject => {
      const measures = ({ trackId }: CurriculumDrill) => trackId === track.id;
      return { ...plain, id: `track-${track.id}`, group: "track", title: track.title, measures };
    }),
    ...mapped("owasp-2025", owasp2025),
    ...mapped("owasp-2021", owasp2021),
    ...mapped("stride", stride),
    ...mapped("aws", aws),
  ];
}

function lineSubject({ id, title }: (typeof lines)[number], tracks: Known["tracks"]): Subject {
  const goal = tracks.flatMap(({ goals }) => goals).find(({ line }) => line === id);
  const named = { ...plain, id: `line-${id}`, group: "line" as const, title };
  return goal ? { ...named, ...asGoal(goal) } : { ...named, measures: () => false };
}

/** A goal is proven where its top bar is met. */
function asGoal(goal: Goal): Omit<Subject, "id" | "group" | "title"> {
  const { kind, levels, distinctDrills, minutes, draw } = goal;
  const hardest = ([3, 2, 1] as const).find((level) => levels.includes(level)) ?? 1;
  const prefix = draw && `${draw.spread.concept}-`;
  return {
    bars: barsUpTo(
      draw
        ? { drills: draw.passed, worked: 0, hardest: 1, areas: draw.spread.atLeast }
        : { drills: distinctDrills, worked: 0, hardest, areas: 0 },
    ),
    measures: (drill) => drill.kind === kind && levels.includes(drill.level),
    areasOf: ({ concepts }) => (prefix ? concepts.filter((one) => one.startsWith(prefix)) : []),
    goal: { minutes, drawnOfLast: draw?.last ?? null },
  };
}

function served(group: Group, entry: Criterion, tracks: Known["tracks"]): Subject {
  const { id, title, concepts, works = [], areas = {} } = entry;
  const names = new Set(concepts);
  const byTracks = new Set(
    tracks.filter(({ serves }) => serves.some((one) => one === id)).map((track) => track.id),
  );
  const areaSets = Object.entries(areas).map(([area, words]) => ({ area, words: new Set(words) }));
  return {
    ...plain,
    id,
    group,
    title,
    bars: barsUpTo({ ...usualTop, areas: areaSets.length }),
    measures: (drill) =>
      drill.concepts.some((one) => names.has(one)) ||
      byTracks.has(drill.trackId) ||
      works.includes(drill.work),
    areasOf: (drill) =>
      areaSets
        .filter(({ words }) => drill.concepts.some((one) => words.has(one)))
        .map(({ area }) => area),
  };
}

const mapped = (group: Group, map: readonly MapEntry[]): Subject[] =>
  map.map(({ id, title, concepts }) => {
    const names = new Set(concepts);
    const measures = (drill: CurriculumDrill) => drill.concepts.some((one) => names.has(one));
    return { ...plain, id, group, title, measures };
  });
