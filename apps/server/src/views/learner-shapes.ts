import type {
  Day,
  HeatWeek,
  Placed,
  ProcessStep,
  Profile,
  Role,
  rounds,
} from "@loopwright/core/learner";

import type { AttemptSummary, DrillSummary, LineView } from "./shapes.ts";

/** GET /profile: what the learner said, and what there is to choose from. */
export type ProfileView = {
  profile: Profile;
  /** Whether the learner said anything yet. */
  told: boolean;
  today: Day;
  roles: Role[];
  rounds: (typeof rounds)[number][];
};

/** The first look at what is there. */
export type PlacementView = {
  state: "offered" | "begun" | "done" | "declined";
  /** The day on which it began; null before. */
  day: Day | null;
  minutes: number;
  items: (Placed & { title: string })[];
};

/** What is to be done, in one line. */
export type QueueItem = {
  id: string;
  minutes: number;
  why: string;
  what:
    | { type: "drill"; drill: DrillSummary; attemptId: string | null; part: string | null }
    | { type: "cards"; count: number };
};

export type TodayView = {
  day: Day;
  /** The round that is prepared for; `daysLeft` is null without a date, and negative once it is over. */
  round: { title: string; on: Day | null; daysLeft: number | null };
  process: ProcessStep[];
  told: boolean;
  placement: PlacementView;
  /** The first of it is the next thing; empty when the day is over. */
  queue: QueueItem[];
  minutes: { done: number; perDay: number };
  /** What the plan says of the day: a day of rest, the day before. */
  note: string | null;
  history: AttemptSummary[];
  lines: LineView[];
  weeks: HeatWeek[];
  streakDays: number;
};
