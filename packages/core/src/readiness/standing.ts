import type { CurriculumDrill, Evidence } from "../learner/evidence.ts";
import type { Bar, Level } from "./levels.ts";
import type { GoalOf, Subject } from "./subjects.ts";

const minuteMs = 60_000;

/** An attempt with the days that have gone by since, counted once: negative where it lies ahead. */
export type Aged = Evidence & { ageDays: number };

/** What a subject has to stand on. */
export type Standing = {
  /** Passes that count, newest first; one for each drill, unless the product draws. */
  passes: readonly Aged[];
  /** Passes over which areas are counted: where the product draws, older ones as well. */
  spread: readonly Aged[];
};

/** A bar as it is asked so many days from today. */
export type Asked = { bar: Bar; inDays: number };

/** What is missing to a bar; it is met where all is zero. */
export type Gap = { drills: number; worked: number; hardest: number; areas: number };

/** A closed question of a minute or two counts, and never alone. */
export const isWorked = ({ work }: Pick<CurriculumDrill, "work">): boolean => work !== "item";

/** The newest pass on each drill that counts and kept the drill's own time. `attempts`: newest first. */
export function newestPasses(attempts: readonly Aged[]): Aged[] {
  const newest = new Map<string, Aged>();
  for (const one of attempts) {
    if (one.counts && inLimit(one) && !newest.has(one.drill.id)) newest.set(one.drill.id, one);
  }
  return [...newest.values()];
}

/** What a goal of a track rests on, which has minutes of its own and may ask for draws. */
export function goalStanding(goal: GoalOf, ofGoal: readonly Aged[]): Standing {
  const kept = (one: Aged): boolean => one.counts && inLimit(one) && inMinutes(goal, one);
  if (goal.drawnOfLast === null) {
    const passes = newestPasses(ofGoal.filter(kept));
    return { passes, spread: passes };
  }
  // What comes first is the choice of the product, passed or not; a failed one cannot be skipped.
  const drawn = ofGoal.filter((one) => one.drawn && one.state !== "open");
  return { passes: drawn.slice(0, goal.drawnOfLast).filter(kept), spread: drawn.filter(kept) };
}

const inLimit = ({ drill, timedMs }: Evidence): boolean =>
  timedMs <= drill.minutes.limit * minuteMs;

const inMinutes = ({ minutes: { min = 0, max } }: GoalOf, { timedMs }: Evidence): boolean =>
  timedMs >= min * minuteMs && timedMs <= max * minuteMs;

/** Whether a pass is fresh enough. A clock that was turned back makes nothing younger than new. */
export const isFresh = ({ ageDays }: Aged, { bar, inDays }: Asked): boolean =>
  Math.max(0, ageDays + inDays) <= bar.days;

export function gapTo(subject: Subject, { passes, spread }: Standing, asked: Asked): Gap {
  const { bar } = asked;
  let [drills, worked, isHard] = [0, 0, bar.hardest === 1];
  // One walk: this is asked for every bar of every dimension on every day of a history.
  for (const one of passes) {
    if (!isFresh(one, asked)) continue;
    drills++;
    if (!isWorked(one.drill)) continue;
    worked++;
    isHard ||= one.drill.level >= bar.hardest;
  }
  const areas = bar.areas === 0 ? 0 : areasIn(subject, spread, asked).size;
  return {
    drills: Math.max(0, bar.drills - drills),
    worked: Math.max(0, bar.worked - worked),
    hardest: isHard ? 0 : 1,
    areas: Math.max(0, bar.areas - areas),
  };
}

/** The areas in which there is a fresh pass. */
export const areasIn = (subject: Subject, spread: readonly Aged[], asked: Asked): Set<string> =>
  new Set(
    spread.filter((one) => isFresh(one, asked)).flatMap(({ drill }) => [...subject.areasOf(drill)]),
  );

export const sizeOf = ({ drills, worked, hardest, areas }: Gap): number =>
  drills + worked + hardest + areas;

export const isMet = (gap: Gap): boolean => sizeOf(gap) === 0;

/** The highest level whose bar is met, today or so many days from it. */
export function levelOf(subject: Subject, standing: Standing, inDays = 0): Level {
  if (standing.passes.length === 0) return 0;
  const held = subject.bars.findLast((bar) => isMet(gapTo(subject, standing, { bar, inDays })));
  return held?.level ?? 0;
}

/** In how many days a bar that is met now is met no longer. Passes leave one by one, and none comes back. */
export function heldDays(subject: Subject, standing: Standing, bar: Bar): number {
  const ages = [...standing.passes, ...standing.spread].map(({ ageDays }) => ageDays);
  const leaving = [...new Set(ages)]
    .map((ageDays) => bar.days + 1 - ageDays)
    .filter((inDays) => inDays > 0)
    .toSorted((a, b) => a - b);
  const isHeld = (inDays: number): boolean => isMet(gapTo(subject, standing, { bar, inDays }));
  let [low, high] = [0, leaving.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isHeld(leaving[middle]!)) low = middle + 1;
    else high = middle;
  }
  return leaving[low] ?? 0;
}
