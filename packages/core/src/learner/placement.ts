import { randomFrom } from "../random.ts";
import type { CurriculumDrill, Evidence } from "./evidence.ts";

export const placementMinutes = 12;

/**
 * Closed questions for a first look at what is there: as many as fit into twelve minutes by their aims, as
 * different as they can be, and of all three levels. The same seed draws the same.
 */
export function drawPlacement(drills: Iterable<CurriculumDrill>, seed: string): string[] {
  const random = randomFrom(seed);
  let left = [...drills]
    .filter(({ work, status }) => work === "item" && status === "reviewed")
    .map((drill) => ({ drill, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ drill }) => drill);
  const drawn: CurriculumDrill[] = [];
  let room = placementMinutes;
  for (;;) {
    left = left.filter(({ minutes }) => minutes.aim <= room);
    if (left.length === 0) break;
    const next = best(left, drawn);
    left = left.filter(({ id }) => id !== next.id);
    drawn.push(next);
    room -= next.minutes.aim;
  }
  return drawn.toSorted((a, b) => a.level - b.level).map(({ id }) => id);
}

/** The one that shares least with what is drawn, of the level that is drawn least. */
function best(
  from: readonly CurriculumDrill[],
  drawn: readonly CurriculumDrill[],
): CurriculumDrill {
  const seen = new Set(drawn.flatMap(({ concepts }) => concepts));
  const cost = ({ concepts, level }: CurriculumDrill): number =>
    10 * concepts.filter((one) => seen.has(one)).length +
    drawn.filter((one) => one.level === level).length;
  return from.reduce((least, one) => (cost(one) < cost(least) ? one : least));
}

export type Placed = { drillId: string; attemptId: string | null; passed: boolean | null };

/** What became of each question since it was drawn: the first attempt counts. */
export function placed(
  drillIds: readonly string[],
  evidence: readonly Evidence[],
  since: string,
): Placed[] {
  return drillIds.map((drillId) => {
    const first = evidence.findLast(
      ({ drill, startedAt }) => drill.id === drillId && startedAt >= since,
    );
    if (!first) return { drillId, attemptId: null, passed: null };
    return { drillId, attemptId: first.id, passed: first.state === "open" ? null : first.passed };
  });
}
