import type { CurriculumDrill, Day, Evidence } from "../learner/evidence.ts";
import type { Bar } from "./levels.ts";
import {
  areasIn,
  gapTo,
  isFresh,
  isMet,
  isWorked,
  sizeOf,
  type Gap,
  type Standing,
} from "./standing.ts";
import type { Subject } from "./subjects.ts";

/** What is known of a drill beyond its folder: what an attempt on it would be worth today. */
export type Tried = {
  /** Drills whose answer was seen so lately that a pass would prove nothing. */
  shown: ReadonlySet<string>;
  /** Drills that were passed before, at whatever time. */
  passed: ReadonlySet<string>;
};

export type Way = { drills: CurriculumDrill[]; reaches: boolean; shown: boolean };

/**
 * The fewest and shortest drills that meet a bar, chosen one after the other: what closes most of the gap,
 * then what gives least away, is new, and takes the least time.
 */
export function shortestWay(subject: Subject, { standing, candidates, bar, tried }: WayInput): Way {
  const asked = { bar, inDays: 0 };
  const taken = new Set(
    standing.passes.filter((one) => isFresh(one, asked)).map(({ drill }) => drill.id),
  );
  const areas = areasIn(subject, standing.spread, asked);
  let gap = gapTo(subject, standing, asked);
  const drills: CurriculumDrill[] = [];
  while (!isMet(gap)) {
    const best = bestOf(
      candidates.filter(({ id }) => !taken.has(id)),
      (drill) => rankOf(drill, { gap, bar, tried, opens: opened(subject, drill, areas) }),
    );
    if (!best) break;
    gap = closed(gap, best, { bar, opens: opened(subject, best, areas) });
    for (const area of subject.areasOf(best)) areas.add(area);
    taken.add(best.id);
    drills.push(best);
  }
  const byLevel = drills.toSorted((a, b) => a.level - b.level || minutesOf(a) - minutesOf(b));
  return {
    drills: byLevel,
    reaches: isMet(gap),
    shown: drills.some(({ id }) => tried.shown.has(id)),
  };
}

type WayInput = {
  standing: Standing;
  /** Reviewed drills that measure the subject. */
  candidates: readonly CurriculumDrill[];
  bar: Bar;
  tried: Tried;
};

const minutesOf = ({ minutes }: CurriculumDrill): number => minutes.whole ?? minutes.limit;

const opened = (subject: Subject, drill: CurriculumDrill, areas: ReadonlySet<string>): number =>
  new Set(subject.areasOf(drill).filter((area) => !areas.has(area))).size;

type Step = { bar: Bar; opens: number };

function closed(gap: Gap, drill: CurriculumDrill, { bar, opens }: Step): Gap {
  const worked = isWorked(drill);
  return {
    drills: Math.max(0, gap.drills - 1),
    worked: Math.max(0, gap.worked - (worked ? 1 : 0)),
    hardest: worked && drill.level >= bar.hardest ? 0 : gap.hardest,
    areas: Math.max(0, gap.areas - opens),
  };
}

/** Smaller is better, the first difference decides; null where the drill would close nothing. */
function rankOf(
  drill: CurriculumDrill,
  { gap, bar, tried, opens }: Step & { gap: Gap; tried: Tried },
): number[] | null {
  const gain = sizeOf(gap) - sizeOf(closed(gap, drill, { bar, opens }));
  if (gain === 0) return null;
  return [
    tried.shown.has(drill.id) ? 1 : 0,
    -gain,
    // A map names what a drill is about. Work whose point is to find that out comes last.
    drill.work === "drill" ? 1 : 0,
    tried.passed.has(drill.id) ? 1 : 0,
    minutesOf(drill),
    drill.level,
  ];
}

function bestOf(
  drills: readonly CurriculumDrill[],
  rank: (drill: CurriculumDrill) => number[] | null,
): CurriculumDrill | null {
  let best: { drill: CurriculumDrill; rank: number[] } | null = null;
  for (const drill of drills) {
    const own = rank(drill);
    if (own && (!best || isBefore([own, drill.id], [best.rank, best.drill.id]))) {
      best = { drill, rank: own };
    }
  }
  return best?.drill ?? null;
}

function isBefore([a, idA]: [number[], string], [b, idB]: [number[], string]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? idA < idB : a[at]! < b[at]!;
}

/** `shownSince`: an answer that was seen on this day or before spoils nothing any more. */
export function triedIn(evidence: readonly Evidence[], shownSince: Day): Tried {
  const [shown, passed] = [new Set<string>(), new Set<string>()];
  for (const one of evidence) {
    if (one.passed) passed.add(one.drill.id);
    else if (one.state !== "open" && one.day > shownSince) shown.add(one.drill.id);
  }
  return { shown, passed };
}
