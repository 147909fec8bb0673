import type { CurriculumDrill, Evidence } from "../learner/index.ts";

/** Attempts on one drill that its estimate is made of. */
const ownLast = 3;
/** Attempts on others of its kind and level: fewer than three say nothing of a pace. */
const pacedLast = 10;
const pacedAtLeast = 3;

/**
 * Honest whole minutes for a drill, from the learner's own history:
 *
 * 1. the median of the last three graded attempts on it, over all stages, pauses taken out;
 * 2. else what it declares times the learner's pace: the median of (minutes taken ÷ minutes declared) over the
 *    last ten graded attempts of its kind and level, where there are three; at least a half, at most double;
 * 3. else what it declares, `minutes.whole` or else the limit.
 *
 * An attempt that took less than a quarter of what is declared was handed in undone, and says nothing.
 */
export const minutesOf = (drill: CurriculumDrill, evidence: readonly Evidence[]): number =>
  estimatesFrom(evidence)(drill);

/** The same for many drills: evidence is read once. */
export function estimatesFrom(evidence: readonly Evidence[]): (drill: CurriculumDrill) => number {
  const own = new Map<string, number[]>();
  const paces = new Map<string, number[]>();
  for (const { drill, state, activeMs } of evidence) {
    const minutes = activeMs / 60_000;
    const pace = minutes / declared(drill);
    if (state !== "graded" || pace < 1 / 4) continue;
    push(own, drill.id, { value: minutes, atMost: ownLast });
    push(paces, paceKey(drill), { value: pace, atMost: pacedLast });
  }
  return (drill) => {
    const known = own.get(drill.id);
    const pace = paces.get(paceKey(drill)) ?? [];
    const estimate = known
      ? median(known)
      : declared(drill) * (pace.length < pacedAtLeast ? 1 : clamp(median(pace)));
    // A hair's breadth more is no minute more: 0.1 + 0.2 is not to be rounded up.
    return Math.max(1, Math.ceil(estimate - 1e-9));
  };
}

const declared = ({ minutes }: CurriculumDrill): number => minutes.whole ?? minutes.limit;

const paceKey = ({ kind, level }: CurriculumDrill): string => `${kind} ${level}`;

const clamp = (pace: number): number => Math.min(2, Math.max(1 / 2, pace));

/** Evidence comes newest first, so the first ones stay. */
function push(
  to: Map<string, number[]>,
  key: string,
  { value, atMost }: { value: number; atMost: number },
): void {
  const there = to.get(key);
  if (!there) to.set(key, [value]);
  else if (there.length < atMost) there.push(value);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
