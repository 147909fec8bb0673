import type { Day } from "./evidence.ts";

const dayMs = 86_400_000;
const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days later; earlier where negative. */
export const addDays = (day: Day, days: number): Day =>
  new Date(at(day) + days * dayMs).toISOString().slice(0, 10);

/** How many days lie between: 1 from one day to the next. */
export const daysBetween = (from: Day, to: Day): number => Math.round((at(to) - at(from)) / dayMs);

/** 0 is Sunday, as in Date. */
export const weekdayOf = (day: Day): number => new Date(at(day)).getUTCDay();

/** The calendar day of a moment where the clock shows `offsetMinutes` more than UTC. */
export const dayOf = (atMs: number, offsetMinutes: number): Day =>
  new Date(atMs + offsetMinutes * 60_000).toISOString().slice(0, 10);
