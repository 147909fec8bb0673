import { z } from "zod";

/** Stamped by the server; times are milliseconds of activity, pauses taken out. */
export const timing = z.strictObject({
  activeMs: z.number().min(0),
  pauses: z.array(z.strictObject({ atMs: z.number().min(0), lengthMs: z.number().min(0) })),
  perStageMs: z.record(z.string(), z.number().min(0)),
});
export type Timing = z.infer<typeof timing>;

/** The running clock of an attempt: timing plus what the next stamp is measured from. */
export const clock = z.strictObject({
  timing,
  stage: z.string(),
  /** Server time of the last stamp. Null while paused. */
  lastAt: z.number().nullable(),
  /** Server time at which the pause began. Null while running. */
  pausedAt: z.number().nullable(),
});
export type Clock = z.infer<typeof clock>;

/** The web sends a heartbeat every 15 s. A longer silence than this is taken as a closed page. */
export const silenceMs = 90_000;

/** Under interview conditions only this much of all pauses together is taken out of the time. */
export const interviewPauseMs = 120_000;

export const startClock = (stage: string, now: number): Clock => ({
  timing: { activeMs: 0, pauses: [], perStageMs: {} },
  stage,
  lastAt: now,
  pausedAt: null,
});

type Interview = { interview: boolean };

/** Counts the time since the last stamp. A clock set back counts nothing; a long silence becomes a pause. */
export function tick(clock: Clock, now: number, options: Interview): Clock {
  if (clock.lastAt === null) return clock;
  const passed = Math.max(0, now - clock.lastAt);
  if (passed <= silenceMs) return { ...add(clock, passed), lastAt: now };
  const counted = add(clock, silenceMs);
  return { ...addPause(counted, passed - silenceMs, options), lastAt: now };
}

export function pause(clock: Clock, now: number, options: Interview): Clock {
  if (clock.lastAt === null) return clock;
  return { ...tick(clock, now, options), lastAt: null, pausedAt: now };
}

export function resume(clock: Clock, now: number, options: Interview): Clock {
  if (clock.pausedAt === null) return clock;
  const length = Math.max(0, now - clock.pausedAt);
  return { ...addPause(clock, length, options), lastAt: now, pausedAt: null };
}

/**
 * The clock as work is handed in. A pause ends with it: otherwise whoever never resumes would hand in
 * what was done while the clock stood still.
 */
export const settle = (clock: Clock, now: number, options: Interview): Clock =>
  tick(resume(clock, now, options), now, options);

/** Moves to another stage; the time so far, and what a pause may not take out, belongs to the one that is left. */
export function enterStage(
  clock: Clock,
  { stage, now, interview }: { stage: string; now: number } & Interview,
): Clock {
  return { ...settle(clock, now, { interview }), stage };
}

function add(clock: Clock, ms: number): Clock {
  const { timing, stage } = clock;
  const perStageMs = { ...timing.perStageMs, [stage]: (timing.perStageMs[stage] ?? 0) + ms };
  return { ...clock, timing: { ...timing, activeMs: timing.activeMs + ms, perStageMs } };
}

function addPause(clock: Clock, lengthMs: number, { interview }: Interview): Clock {
  if (lengthMs <= 0) return clock;
  const taken = clock.timing.pauses.reduce((sum, one) => sum + one.lengthMs, 0);
  const allowed = interview ? Math.max(0, interviewPauseMs - taken) : lengthMs;
  const free = Math.min(lengthMs, allowed);
  const pauses = [...clock.timing.pauses, { atMs: clock.timing.activeMs, lengthMs: free }];
  const paused = { ...clock, timing: { ...clock.timing, pauses } };
  return free < lengthMs ? add(paused, lengthMs - free) : paused;
}
