import type { Day } from "@loopwright/core/learner";
import type { Dimension, Level } from "@loopwright/core/readiness";

/** GET /readiness: what the learner is ready in, with the proof, the way on, and the course of half a year. */
export type ReadinessView = {
  today: Day;
  dimensions: DimensionView[];
  history: ReadinessHistory;
};

export type ReadinessHistory = {
  /** A day in each of the last 26 weeks, the last one today. */
  days: Day[];
  /** By the id of the dimension: its level on each of these days. */
  levels: Record<string, Level[]>;
};

export type DimensionView = Omit<Dimension, "evidence" | "next"> & {
  evidence: ProofView[];
  next: { words: string; drills: WayDrill[] } | null;
};

/** An attempt that proves something. */
export type ProofView = {
  attemptId: string;
  title: string;
  kindTitle: string;
  level: 1 | 2 | 3;
  /** Over the timed stages, in milliseconds. */
  timedMs: number;
  /** "2 days ago" */
  age: string;
};

/** A drill on the way to the next level. */
export type WayDrill = {
  id: string;
  title: string;
  kindTitle: string;
  level: 1 | 2 | 3;
  /** The honest estimate for the whole. */
  minutes: number;
};
