import type { CurriculumDrill, Day, Evidence, Profile } from "../learner/index.ts";
import type { LineId } from "../track-lines.ts";
import type { Goal } from "../track.ts";

export type PlanInput = {
  today: Day;
  profile: Profile;
  /** What can be chosen, in the order of the curriculum; drafts are chosen last. */
  drills: Iterable<CurriculumDrill>;
  /** Newest first. */
  evidence: readonly Evidence[];
  /** By track: 0 nothing proven … 1 all. A track that is missing counts 0. */
  strength: Readonly<Record<string, number>>;
  /** Due today; never seen, for today and for later days; the learner's own seconds for one. */
  cards: { due: number; fresh: number; later?: number; secondsEach: number };
  /** Minutes already worked today. */
  doneToday: number;
  /** What tracks declare for the "done means" lines; a drill that counts for one comes earlier. */
  goals?: readonly Goal[];
  /** Lines that readiness holds for proven: what counts for one of them comes no earlier. */
  proven?: readonly LineId[];
};

export type PlanItem = {
  /** The same for the same thing on the same day. */
  id: string;
  minutes: number;
  /** One plain sentence made of facts. It never tells what a drill is about: lists are read before it begins. */
  why: string;
} & (
  | {
      what: "drill";
      drill: CurriculumDrill;
      /** Which part of a drill that is sat in parts; null where it is sat in one. */
      part: { at: number; of: number } | null;
      /** Whether it was tried, or is planned, before. */
      again: boolean;
    }
  | { what: "cards"; count: number }
);

export type PlanDay = {
  day: Day;
  /** Of its items together; never more than the time per day. */
  minutes: number;
  items: PlanItem[];
  note: string | null;
  rest: boolean;
};

/** `what` has no place in the days: a title, or "12 questions and 3 drills". */
export type LeftOut = { what: string; trackId: string | null; why: string };

export type Plan = { days: PlanDay[]; leftOut: LeftOut[] };
