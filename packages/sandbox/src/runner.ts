import type { Job, Language, Observations, OpenRun } from "@loopwright/core";

/** Whether a language runs here, and how it is confined or why it is not run. */
export type SandboxCapability = { language: Language; runs: boolean; how: string };

/** `lab`: which services are the lab's and not the job's own, so that a runner may answer them beside the program. */
export type RunnerJob = Job & { lab?: readonly string[] };

/**
 * Runs the code of one language, confined, or refuses with `not-confined`. `run` and `open` get a job whose
 * services are complete: those of the job and those of the lab.
 */
export type Runner = {
  capability: () => SandboxCapability;
  run: (job: RunnerJob) => Promise<Observations>;
  open: (job: RunnerJob) => Promise<OpenRun>;
  /** Makes what later runs need; for set-up. */
  prepare: () => Promise<void>;
  /** Ends everything that runs. What still waits is refused with `sandbox-failed`. */
  close: () => Promise<void>;
};
