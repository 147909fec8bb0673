export type SavedAt = { version: number; savedAt: string };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * How much history stays, by age: all of the last hour; then the last version of each ten minutes of a day, of
 * each hour of a month, and of each day. Whoever types saves every few seconds, and nobody looks for those.
 */
const steps = [
  { youngerThanMs: hourMs, everyMs: 0 },
  { youngerThanMs: dayMs, everyMs: hourMs / 6 },
  { youngerThanMs: 30 * dayMs, everyMs: hourMs },
  { youngerThanMs: Infinity, everyMs: dayMs },
];

/** Versions that need not stay, of all that there are. The first and the newest stay whatever their age. */
export function superfluous(versions: readonly SavedAt[], nowMs: number): number[] {
  const newestFirst = versions.toSorted((one, other) => other.version - one.version);
  const taken = new Set<string>();
  return newestFirst.flatMap(({ version, savedAt }, index) => {
    const place = placeOf(Date.parse(savedAt), nowMs);
    const later = place !== null && taken.has(place);
    if (place !== null) taken.add(place);
    const edge = index === 0 || index === newestFirst.length - 1;
    return later && !edge ? [version] : [];
  });
}

/** The stretch of time of which one version stays; null where all do. */
function placeOf(savedMs: number, nowMs: number): string | null {
  const step = steps.find(({ youngerThanMs }) => nowMs - savedMs < youngerThanMs);
  return step && step.everyMs > 0 ? `${step.everyMs}:${Math.floor(savedMs / step.everyMs)}` : null;
}
