import type { Model } from "./model.ts";

/** Whether a zone is `outer` itself or stands inside of it, however deep. Rings are walked once. */
export function zoneInside(model: Model, zone: string, outer: string): boolean {
  const parents = new Map(model.zones.map(({ id, parent }) => [id, parent]));
  const seen = new Set<string>();
  let next: string | null | undefined = zone;
  while (typeof next === "string" && !seen.has(next)) {
    if (next === outer) return true;
    seen.add(next);
    next = parents.get(next);
  }
  return false;
}

/** The zone, or the nearest around it, that is not among those that go; null where none is left. */
export function survivingZone(
  model: Model,
  zone: string | null,
  gone: ReadonlySet<string>,
): string | null {
  const parents = new Map(model.zones.map(({ id, parent }) => [id, parent]));
  const seen = new Set<string>();
  let next = zone;
  while (next !== null && gone.has(next) && !seen.has(next)) {
    seen.add(next);
    next = parents.get(next) ?? null;
  }
  return next !== null && gone.has(next) ? null : next;
}
