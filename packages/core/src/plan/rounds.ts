import type { Work } from "../kind.ts";
import type { CurriculumDrill, RoundId } from "../learner/index.ts";

/** Something that has to have been done when so much of the preparation is over. */
export type Milestone = {
  work: Work;
  /** How many different ones. */
  count: number;
  /** Share of the working days, 0 to 1. */
  by: number;
  /** Only those that take at most, or at least, so many minutes in all. */
  atMost?: number;
  atLeast?: number;
};

export type RoundPlan = {
  /** Shares of time for each work; what the curriculum does not have goes to the others. */
  shares: Readonly<Record<Work, number>>;
  /** What the size of a drill is worth. */
  size: Readonly<Record<"full" | "phone", number>>;
  milestones: readonly Milestone[];
};

/** What takes more of a day than this leaves no room for cards; where it may be sat in parts, it is. */
export const longShare = 3 / 4;

const halfAScreen = { work: "session", count: 1, atMost: 35 } as const;
const wholeScreen = { work: "session", count: 1, atLeast: 45 } as const;

/**
 * What each round asks for. The shares are ours, after the brief: an online assessment is closed questions and
 * scripts; a phone screen is half technical, half behavioural, in small pieces; a loop is everything, at length.
 */
export const roundPlans: Readonly<Record<RoundId, RoundPlan>> = {
  assessment: {
    shares: { item: 3, question: 2.5, drill: 4, story: 0.3, session: 0.2 },
    size: { full: -6, phone: 4 },
    milestones: [{ work: "item", count: 20, by: 0.5 }],
  },
  "phone-screen": {
    shares: { item: 1, question: 2.5, drill: 3.5, story: 1.5, session: 1.5 },
    size: { full: -2, phone: 6 },
    milestones: [
      { ...halfAScreen, by: 0.3 },
      { work: "story", count: 6, by: 0.5 },
      { ...wholeScreen, by: 0.8 },
    ],
  },
  "second-screen": {
    shares: { item: 1, question: 2.5, drill: 5, story: 0.5, session: 1 },
    size: { full: 4, phone: 2 },
    milestones: [
      { ...halfAScreen, by: 0.4 },
      { ...wholeScreen, by: 0.8 },
    ],
  },
  loop: {
    shares: { item: 0.7, question: 2, drill: 4, story: 2, session: 2 },
    size: { full: 6, phone: 0 },
    milestones: [
      { ...halfAScreen, by: 0.4 },
      { work: "story", count: 8, by: 0.7 },
      { ...wholeScreen, by: 0.9 },
      { work: "story", count: 16, by: 0.95 },
    ],
  },
};

/** Closed questions lie early, stories and sessions late; the share at a point of the preparation. */
export function shareAt(share: number, work: Work, at: number): number {
  if (work === "item") return share * (1.5 - at);
  if (work === "story" || work === "session") return share * (0.5 + at);
  return share;
}

/** By what a drill declares as a whole: one that was begun is no shorter for that. */
export function meets(
  drill: CurriculumDrill,
  { work, atMost = Infinity, atLeast = 0 }: Milestone,
): boolean {
  const minutes = drill.minutes.whole ?? drill.minutes.limit;
  return drill.work === work && minutes <= atMost && minutes >= atLeast;
}
