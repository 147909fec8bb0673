import { daysBetween, type Day, type RoundId } from "../learner/index.ts";
import type { Candidate } from "./candidates.ts";
import { longShare, roundPlans } from "./rounds.ts";
import type { Standing } from "./standing.ts";

/** What each fact about a drill is worth, in points; only their order of size matters. */
const points = {
  is: {
    begun: 100,
    missed: 42,
    shown: 36,
    new: 30,
    practised: 24,
    passed: 6,
  } satisfies Record<Standing["is"], number>,
  // What the plan holds already comes again only where little else is left.
  planned: -20,
  draft: -80,
  otherLanguage: -50,
  /** Chosen languages are learnt first; C and C++ belong to the bank, and not to daily work. */
  noChoice: -4,
  core: 5,
  role: 5,
  close: 8,
  before: 6,
  weakest: 14,
  line: 12,
  script: 10,
  /** Leaves no room for cards. */
  long: -8,
  levelOff: -6,
  phaseOff: -5,
} as const;

type Facts = { round: RoundId; strength: number; today: Day; minutesPerDay: number };

/** What a drill is worth apart from its day: while it is not planned, and once it is. */
export type Worth = { now: number; planned: number; strength: number };

/** Higher comes first. What holds on every day is added up once. */
export function worthOf(one: Omit<Candidate, "worth">, facts: Facts): Worth {
  const { drill, standing } = one;
  const { round, strength, today, minutesPerDay } = facts;
  const waited = standing.last ? daysBetween(standing.last.day, today) : 0;
  const always =
    (drill.status === "draft" ? points.draft : 0) +
    (one.otherLanguage ? points.otherLanguage : 0) +
    (drill.languages.some(unusual) ? points.noChoice : 0) +
    (drill.core ? points.core : 0) +
    (one.role ? points.role : 0) +
    (one.close ? points.close : 0) +
    (one.before.length > 0 ? points.before : 0) +
    (one.minutes / one.parts.left > minutesPerDay * longShare ? points.long : 0) +
    (round === "assessment" && one.script ? points.script : 0) +
    points.weakest * (1 - strength) +
    roundPlans[round].size[drill.size] * (drill.work === "drill" ? 1 : 0.5);
  // What was tried longer ago comes first among its like.
  const now = always + points.is[standing.is] + Math.min(3, waited / 10);
  return { now, planned: always + points.planned, strength };
}

/** What it is worth when the preparation has come so far, 0 to 1. */
export function worthAt({ drill, line, worth }: Candidate, at: number, planned: boolean): number {
  return (
    (planned ? worth.planned : worth.now) +
    // Fundamentals first: what proves a line is for somebody who has begun.
    (line ? points.line * (0.4 + at) : 0) +
    points.levelOff * Math.abs(drill.level - (1 + 2 * Math.max(at, worth.strength))) +
    // Closed questions and questions are fundamentals whatever track holds them.
    (drill.work === "drill" && drill.phase !== (at < 0.5 ? 1 : 2) ? points.phaseOff : 0)
  );
}

const unusual = (language: string): boolean => language === "c" || language === "cpp";
