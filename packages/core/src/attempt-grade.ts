import type { Attempt } from "./attempt.ts";
import type { Criterion } from "./grade.ts";
import type { Kind } from "./kind.ts";
import { defaultBar, passes, type PassBar, type ScoreRange } from "./score.ts";
import { timedMs } from "./time-criterion.ts";

/** How long a drill proves nothing after its answer was shown. */
export const shownAnswerDays = 14;

const dayMs = 86_400_000;

export const barOf = (kind: Kind): PassBar => ({ ...defaultBar, ...kind.pass });

/** Criteria of every stage that has been graded or skipped, in order. */
export const criteriaOf = (attempt: Attempt): Criterion[] =>
  attempt.stageOrder.flatMap((id) => {
    const grade = attempt.stages[id]?.grade;
    return grade?.status === "graded" ? grade.criteria : [];
  });

export type Outcome = {
  /** Null before anything was graded. */
  range: ScoreRange | null;
  passed: boolean;
  blockedBy: string[];
  timedMs: number;
};

/** An attempt passes once every stage is over, none was given up, and its criteria reach the bar. */
export function outcomeOf(attempt: Attempt, kind: Kind): Outcome {
  const criteria = criteriaOf(attempt);
  const { passed, blockedBy, range } = passes(criteria, barOf(kind));
  return {
    range: criteria.length === 0 ? null : range,
    passed: passed && attempt.state === "graded",
    blockedBy,
    timedMs: timedMs(kind, attempt.stageOrder, attempt.clock.timing),
  };
}

/**
 * When an attempt showed the answer to somebody who had not found it: at the end of its first stage,
 * unless it passed. Null where it showed nothing, or nothing new. A stage that was skipped, or handed in
 * empty, shows as much as giving up.
 */
export function answerShownAt(attempt: Attempt, passed: boolean): string | null {
  if (passed) return null;
  const closed = Object.values(attempt.stages).flatMap(({ closedAt }) => closedAt ?? []);
  return closed.toSorted()[0] ?? null;
}

type Proof = { counts: boolean; because: string };

/**
 * Whether an attempt counts for readiness. `shownAt` holds the times at which other attempts on the
 * same drill showed its answer.
 */
export function provesReadiness(
  attempt: Attempt,
  { passed, reviewed, shownAt }: { passed: boolean; reviewed: boolean; shownAt: readonly string[] },
): Proof {
  const no = (because: string): Proof => ({ counts: false, because });
  if (attempt.state === "open") return no("not finished");
  if (attempt.state === "given-up") return no("the answer was shown");
  if (!passed) return no("not passed");
  if (attempt.conditions !== "interview") return no("practice conditions");
  if (attempt.hintsUsed.length > 0) return no("hints were used");
  if (!reviewed) return no("the drill is a draft");
  const began = Date.parse(attempt.startedAt);
  const ended = Date.parse(attempt.endedAt ?? attempt.startedAt);
  const recent = shownAt
    .map((at) => Date.parse(at))
    .filter((at) => at <= ended && began - at < shownAnswerDays * dayMs);
  // Two attempts on one drill can be open at once: the other one shows what this one asks for.
  if (recent.some((at) => at > began)) return no("its answer was shown while it was open");
  if (recent.length > 0) return no(`its answer was shown less than ${shownAnswerDays} days before`);
  return { counts: true, because: "passed under interview conditions, without hints" };
}
