import type { Day, ProcessStep } from "@loopwright/core/learner";
import type { PlanDay, PlanItem } from "@loopwright/core/plan";

import type { DrillSummary } from "./shapes.ts";

type PlannedDrill = Extract<PlanItem, { what: "drill" }>;
type PlannedCards = Extract<PlanItem, { what: "cards" }>;

/** GET /plan */
export type PlanView = {
  today: Day;
  /** The round that is prepared for, and its day, where it has one that is not past. */
  round: { title: string; on: Day | null };
  minutesPerDay: number;
  process: ProcessStep[];
  days: (Omit<PlanDay, "items"> & { items: PlanItemView[] })[];
  leftOut: { what: string; trackTitle: string | null; why: string }[];
};

/** Without concepts: a plan is read before the clock starts, and concepts name the flaws. */
export type PlanItemView =
  | PlannedCards
  | (Omit<PlannedDrill, "drill"> & {
      drill: Pick<DrillSummary, "id" | "title" | "kindTitle" | "languages" | "level">;
    });
