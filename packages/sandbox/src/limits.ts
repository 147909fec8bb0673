import type { Limits } from "@loopwright/core";

export const defaultLimits: Limits = {
  timeMs: 5_000,
  /** Of the whole child, interpreter included: about 160 MB are left for a program. */
  memoryMb: 400,
  outputBytes: 64 * 1024,
  calls: 2_000,
};

/** The report of a run, and any other single frame. */
export const resultMaxBytes = 1_000_000;

/** Requests and replies of one run together, since they are kept as observations. */
export const callsMaxBytes = 16_000_000;

/** Below this an interpreter does not boot. */
const memoryMinMb = 320;
const memoryMaxMb = 1_024;
const timeMaxMs = 120_000;

export function limitsOf(asked: Partial<Limits> | undefined, defaults: Limits): Limits {
  const limits = { ...defaults, ...asked };
  return {
    ...limits,
    timeMs: Math.min(limits.timeMs, timeMaxMs),
    memoryMb: Math.min(Math.max(limits.memoryMb, memoryMinMb), memoryMaxMb),
  };
}
