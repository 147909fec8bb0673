import type { Attempt } from "../attempt.ts";
import type { DrillMeta } from "../drill.ts";
import type { Work } from "../kind.ts";
import type { Track } from "../track.ts";

/** A drill as plan, readiness and search see it: what its folder, its kind and its track declare. */
export type CurriculumDrill = DrillMeta & {
  trackId: string;
  /** What its kind asks of a person. */
  work: Work;
  phase: Track["phase"];
};

/** An attempt as plan, readiness and time estimates see it. */
export type Evidence = {
  id: string;
  drill: CurriculumDrill;
  state: Attempt["state"];
  conditions: Attempt["conditions"];
  /** Whether the product chose the drill. */
  drawn: boolean;
  passed: boolean;
  /** The two ends of the score, 0 to 100; null before the first grade. */
  low: number | null;
  high: number | null;
  /** Whether it proves readiness, and where not, why. */
  counts: boolean;
  because: string;
  /** Over the timed stages, in milliseconds. */
  timedMs: number;
  /** Over all stages, pauses taken out, in milliseconds. */
  activeMs: number;
  startedAt: string;
  endedAt: string | null;
  /** The learner's own calendar day on which it ended, or began where it is open: 2026-11-23. */
  day: string;
};

/** A calendar day, as 2026-11-23, without a time zone: whoever asks knows the learner's. */
export type Day = string;
