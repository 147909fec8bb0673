import { randomFrom, type Conditions } from "@loopwright/core";
import type { CurriculumDrill } from "@loopwright/core/learner";

/** How well a drill is answered: as an expert, with gaps, or with a belief that is wrong. */
export type Quality = "strong" | "decent" | "weak";

/** One attempt of the sample learner, before it is made. */
export type Sitting = {
  drill: CurriculumDrill;
  quality: Quality;
  conditions: Conditions;
  ending: "graded" | "given-up" | "open";
  hints: number;
  /** How many days ago. */
  daysAgo: number;
  /** Time taken, as a share of what the drill aims at. */
  pace: number;
};

/** About so many attempts, over so many days. */
const sittingsWanted = 60;
const daysBack = 34;
/** Whoever fails a drill has seen its answer, and proves nothing with it for two weeks. */
const againAfterDays = 15;

/** Of each seven days, counted back from now. */
const restDay = 2;

/** What of all attempts each sort of work gets, in each track that has it. */
const shares: Record<CurriculumDrill["work"], number> = {
  item: 14,
  question: 12,
  story: 8,
  session: 2,
  drill: 8.5,
};

type Random = () => number;

/**
 * What the sample learner worked on, oldest first: every track and kind there is, every level, weaker at the
 * beginning than now, some drills twice. The same for the same drills and seed.
 */
export function planSittings(drills: readonly CurriculumDrill[], seed: string): Sitting[] {
  const random = randomFrom(seed);
  const groups = groupedBy(drills, ({ trackId, work }) => `${trackId} ${work}`);
  const whole = groups.reduce((sum, [first]) => sum + shares[first!.work], 0);
  const sittings = groups.flatMap((group) => {
    const wanted = Math.max(2, Math.round((shares[group[0]!.work] / whole) * sittingsWanted));
    return sitGroup(group, wanted, random);
  });
  const ordered = sittings
    .map((one) => ({ ...one, daysAgo: one.daysAgo + (one.daysAgo % 7 === restDay ? 1 : 0) }))
    .toSorted((a, b) => b.daysAgo - a.daysAgo);
  return withHints(withOddEnds(ordered));
}

/** Three quarters are drills of their own; the others are some of them once more. */
function sitGroup(group: readonly CurriculumDrill[], wanted: number, random: Random): Sitting[] {
  const varied = inTurn(
    groupedBy(group, ({ kind }) => kind).map((one) => acrossLevels(one, random)),
  );
  const drills = varied.slice(0, Math.ceil(wanted * 0.75));
  const repeated = Math.min(wanted - drills.length, drills.length);
  return drills.flatMap((drill, at) => {
    if (at >= repeated) return [sitting(drill, 1 + Math.floor(random() * daysBack), random)];
    const first = daysBack - Math.floor(random() * 12);
    const later = 1 + Math.floor(random() * (first - againAfterDays - 1));
    return [sitting(drill, first, random), onceMore(drill, later, random)];
  });
}

const onceMore = (drill: CurriculumDrill, daysAgo: number, random: Random): Sitting => ({
  drill,
  quality: "strong",
  conditions: "interview",
  ending: "graded",
  hints: 0,
  daysAgo,
  pace: 0.75 + random() * 0.2,
});

function sitting(drill: CurriculumDrill, daysAgo: number, random: Random): Sitting {
  const learned = 1 - daysAgo / daysBack;
  const [luck, care] = [random(), random()];
  const quality = luck < 0.2 + 0.6 * learned ? "strong" : luck < 0.75 ? "decent" : "weak";
  const pace = quality === "strong" ? 0.75 + random() * 0.25 : 0.9 + random() * 0.7;
  const conditions = care < 0.3 + 0.4 * learned ? "interview" : "practice";
  return { drill, quality, conditions, ending: "graded", hints: 0, daysAgo, pace };
}

/** One was given up, and the one that was begun last is open. */
function withOddEnds(sittings: Sitting[]): Sitting[] {
  const long = sittings.filter(({ drill }) => drill.work === "drill");
  const givenUp = long.find(({ daysAgo, conditions }) => daysAgo < 24 && conditions === "practice");
  const last = long.at(-1);
  const kept = sittings.map((one): Sitting => {
    if (one === last) return one;
    return one === givenUp ? { ...one, ending: "given-up" } : one;
  });
  if (!last) return kept;
  const open = { quality: "decent", conditions: "practice", ending: "open", hints: 0 } as const;
  return [...kept.filter((one) => one !== last), { ...last, ...open, daysAgo: 1, pace: 0.5 }];
}

/** The first few in practice took hints. */
function withHints(sittings: readonly Sitting[]): Sitting[] {
  let left = 4;
  return sittings.map((one) => {
    const may =
      one.conditions === "practice" && one.ending === "graded" && one.drill.work === "drill";
    if (!may || left === 0) return one;
    left -= 1;
    return { ...one, hints: 1 + (left % 2) };
  });
}

/** Shuffled, then one of each level in turn. */
function acrossLevels(drills: readonly CurriculumDrill[], random: Random): CurriculumDrill[] {
  const shuffled = drills
    .map((drill) => ({ drill, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ drill }) => drill);
  return inTurn(groupedBy(shuffled, ({ level }) => String(level)));
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => at).flatMap((at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  );
}

function groupedBy<T>(all: readonly T[], name: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(name(one), [...(groups.get(name(one)) ?? []), one]);
  return [...groups.values()];
}
