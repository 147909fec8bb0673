import type { CurriculumDrill, Day, Evidence } from "../learner/evidence.ts";
import type { Track } from "../track.ts";
import type { Level } from "./levels.ts";

export type Group =
  | "line"
  | "criterion"
  | "value"
  | "track"
  | "owasp-2025"
  | "owasp-2021"
  | "stride"
  | "aws";

/** One thing that somebody can be ready in, and what is known of it. */
export type Dimension = {
  /** Unique over all groups; deep links name it. */
  id: string;
  group: Group;
  title: string;
  level: Level;
  /** What the present level says, with its numbers. */
  definition: string;
  /** How many passes of those that the next level asks for there are, in a few words. */
  status: string;
  /** The attempts that prove the level, newest first, one for each drill. */
  evidence: { id: string; ageDays: number }[];
  /** The shortest way to the next level; null at the top, and where nothing measures it. */
  next: { words: string; drillIds: string[] } | null;
  /** The first day on which it falls back if nothing is done. */
  decaysOn: Day | null;
  /** Whether a drill of this version measures it. */
  measurable: boolean;
  /** 0 to 1: the level, and the way to the next. */
  progress: number;
};

export type Readiness = { dimensions: Dimension[] };

/** What readiness follows from: nothing else is asked. */
export type Known = {
  today: Day;
  tracks: readonly Pick<Track, "id" | "title" | "goals" | "serves">[];
  drills: Iterable<CurriculumDrill>;
  evidence: readonly Evidence[];
};
