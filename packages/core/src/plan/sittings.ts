import { isHeavy, lightMinutes, type Board, type BoardDay, type Place } from "./board.ts";
import type { Candidate } from "./candidates.ts";
import { longShare } from "./rounds.ts";

/** Days of an eight-week plan after which a planned drill may come again. */
export const oldDays = 14;

/**
 * When a drill would be sat if it began on that day: one place, or one for each part on consecutive working
 * days. Null where it does not fit: for its length, or since the one heavy thing of a day is chosen.
 */
export function sittings(
  board: Board,
  one: Candidate,
  at: number,
): Omit<Place, "because">[] | null {
  const { minutesPerDay } = board.input.profile;
  const { left, of } = one.parts;
  const now = of - left + 1;
  const whole = fits(board, one, { at, minutes: one.minutes })
    ? [{ at, minutes: one.minutes, part: left < of ? { at: now, of } : null }]
    : null;
  if (left === 1 || (whole && one.minutes <= minutesPerDay * longShare)) return whole;
  const each = Math.ceil(one.minutes / left);
  const days = workdaysFrom(board.days, at, left);
  const split =
    days.length === left && days.every((day) => fits(board, one, { at: day, minutes: each }));
  if (!split) return whole;
  return days.map((day, part) => ({ at: day, minutes: each, part: { at: now + part, of } }));
}

function fits(
  { days, input }: Board,
  { drill }: Candidate,
  { at, minutes }: { at: number; minutes: number },
): boolean {
  const day = days[at]!;
  if (minutes > day.free) return false;
  if (day.only) return drill.work !== "session" && minutes <= lightMinutes;
  return !(day.heavy && isHeavy(drill, minutes, input.profile.minutesPerDay));
}

function workdaysFrom(days: readonly BoardDay[], at: number, count: number): number[] {
  const found: number[] = [];
  for (let next = at; next < days.length && found.length < count; next += 1) {
    const { is } = days[next]!.slot;
    // A part the day before the interview would be heavy, and one after a gap of that day there is none.
    if (is === "eve") break;
    if (is === "work") found.push(next);
  }
  return found;
}

/** Whether a drill may stand on a day at all, for what is known and planned before; not whether it fits. */
export function isReady(board: Board, one: Candidate, at: number): boolean {
  const { day } = board.days[at]!.slot;
  if (one.standing.readyOn > day) return false;
  const planned = board.plannedOn.get(one.drill.id);
  if (planned !== undefined && at - planned < oldDays) return false;
  return one.after.every((id) => {
    if (board.passed.has(id)) return true;
    const before = board.plannedOn.get(id);
    return before !== undefined && before < at;
  });
}
