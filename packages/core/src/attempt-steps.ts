import type { Attempt, Conditions, Contest, StageRecord } from "./attempt.ts";
import type { Drill } from "./drill.ts";
import { AppError } from "./errors.ts";
import type { Grade } from "./grade.ts";
import type { Json } from "./json.ts";
import type { Kind, RecordedAction } from "./kind.ts";
import { enterStage, pause, resume, settle, startClock, tick } from "./timing.ts";

/** Every way in which an attempt changes: pure steps from one attempt to the next. Times in ms since 1970. */

type Begin = {
  id: string;
  learnerId: string;
  drill: Pick<Drill, "id" | "hash" | "meta">;
  kind: Kind;
  conditions: Conditions;
  seed: string;
  now: number;
  drawn?: boolean;
  parent?: { id: string; sealed: boolean };
};

/** The stages of a drill: those that it names, in the kind's order, or all. */
export const stagesOf = (kind: Kind, meta: Pick<Drill["meta"], "stages">): string[] =>
  kind.stages.map(({ id }) => id).filter((id) => meta.stages?.includes(id) ?? true);

export function beginAttempt(begin: Begin): Attempt {
  const stageOrder = stagesOf(begin.kind, begin.drill.meta);
  const blank: StageRecord = {
    state: "open",
    draft: null,
    revision: 0,
    grade: null,
    replies: [],
    closedAt: null,
  };
  return {
    id: begin.id,
    learnerId: begin.learnerId,
    drillId: begin.drill.id,
    drillHash: begin.drill.hash,
    seed: begin.seed,
    parentId: begin.parent?.id ?? null,
    sealed: begin.parent?.sealed ?? false,
    drawn: begin.drawn ?? false,
    conditions: begin.conditions,
    state: "open",
    startedAt: iso(begin.now),
    endedAt: null,
    stageOrder,
    stages: Object.fromEntries(stageOrder.map((id) => [id, blank])),
    actions: [],
    clock: startClock(stageOrder[0] ?? "", begin.now),
    hintsUsed: [],
    contests: [],
  };
}

/** The first stage that is still open; null once the attempt is over. */
export const currentStage = (attempt: Attempt): string | null =>
  attempt.stageOrder.find((id) => attempt.stages[id]?.state === "open") ?? null;

type Draft = { stage: string; draft: Json; revision: number };

/** Replaces a draft if nobody saved in between. Does not stamp time: autosaves also come from a hidden page. */
export function saveDraft(attempt: Attempt, { stage, draft, revision }: Draft): Attempt {
  const record = openStage(attempt, stage);
  if (record.revision !== revision) {
    throw new AppError("conflict", {
      message: "This draft was saved from another window in the meantime.",
      next: "Load the newer draft, or overwrite it with this one.",
      where: `stages.${stage}`,
    });
  }
  return withStage(attempt, stage, { ...record, draft, revision: revision + 1 });
}

type Closing = { stage: string; grade: Grade; answer: Json; replies?: Json[]; now: number };

/** Records a grade and moves the clock to the next stage. A grade with status "error" leaves the stage open. */
export function closeStage(attempt: Attempt, closing: Closing): Attempt {
  const { stage, grade, answer, replies = [], now } = closing;
  const record = openStage(attempt, stage);
  const state = grade.status === "error" ? "open" : "graded";
  const closedAt = state === "open" ? null : iso(now);
  const next = { ...record, state, draft: answer, grade, replies, closedAt } satisfies StageRecord;
  return advance(withStage(attempt, stage, next), now);
}

/** Leaves a stage without an answer; `grade` holds its criteria, all missed. */
export function skipStage(
  attempt: Attempt,
  { stage, grade, now }: { stage: string; grade: Grade; now: number },
): Attempt {
  const record = openStage(attempt, stage);
  const skipped = { ...record, state: "skipped", grade, closedAt: iso(now) } as const;
  return advance(withStage(attempt, stage, skipped), now);
}

/** Shows the answer: every open stage ends, and the drill proves nothing for a while. */
export function giveUp(attempt: Attempt, now: number): Attempt {
  refuseClosed(attempt);
  const stages = Object.fromEntries(
    Object.entries(attempt.stages).map(([id, record]) => [
      id,
      record.state === "open"
        ? { ...record, state: "given-up" as const, closedAt: iso(now) }
        : record,
    ]),
  );
  const clock = pause(attempt.clock, now, rules(attempt));
  return { ...attempt, stages, clock, state: "given-up", endedAt: iso(now) };
}

export function takeHint(
  attempt: Attempt,
  { task, available, now }: { task: number; available: number; now: number },
): Attempt {
  refuseClosed(attempt);
  if (attempt.conditions === "interview") {
    throw new AppError("not-allowed", {
      message: "There are no hints under interview conditions.",
      next: "Go on without, or start an attempt under practice conditions.",
    });
  }
  const taken = attempt.hintsUsed.filter((one) => one.task === task).length;
  if (taken >= available) {
    throw new AppError("not-found", {
      message: `Task ${task} has no further hint.`,
      next: "Submit what is there: the grade explains every miss.",
    });
  }
  const hintsUsed = [...attempt.hintsUsed, { task, index: taken }];
  return { ...attempt, hintsUsed, clock: tick(attempt.clock, now, rules(attempt)) };
}

/** A contest never changes a verdict; it is kept beside it. One per criterion: the last one stands. */
export function addContest(attempt: Attempt, contest: Contest): Attempt {
  const { grade } = stageRecord(attempt, contest.stage);
  const known =
    grade?.status === "graded" && grade.criteria.some(({ id }) => id === contest.criterion);
  if (!known) {
    throw new AppError("not-found", {
      message: `There is no graded criterion “${contest.criterion}” in this stage.`,
      next: "Contest a criterion of a stage that has been graded.",
      where: `stages.${contest.stage}`,
    });
  }
  const others = attempt.contests.filter(
    ({ stage, criterion }) => stage !== contest.stage || criterion !== contest.criterion,
  );
  return { ...attempt, contests: [...others, contest] };
}

/** Appends to the log of a live kind; `seq` must be the next number. */
export function appendAction(attempt: Attempt, action: RecordedAction): Attempt {
  refuseClosed(attempt);
  if (action.seq !== attempt.actions.length + 1) {
    throw new AppError("conflict", {
      message: `Action ${action.seq} does not follow action ${attempt.actions.length}.`,
      next: "Load the attempt again: another window went on with it.",
    });
  }
  return { ...attempt, actions: [...attempt.actions, action] };
}

export const beat = (attempt: Attempt, now: number): Attempt =>
  attempt.state === "open"
    ? { ...attempt, clock: tick(attempt.clock, now, rules(attempt)) }
    : attempt;

export function pauseAttempt(attempt: Attempt, now: number): Attempt {
  refuseClosed(attempt);
  return { ...attempt, clock: pause(attempt.clock, now, rules(attempt)) };
}

export function resumeAttempt(attempt: Attempt, now: number): Attempt {
  refuseClosed(attempt);
  return { ...attempt, clock: resume(attempt.clock, now, rules(attempt)) };
}

/** The stage's record if it is the one to work on now. Throws `attempt-closed` or `stage-order`. */
export function openStage(attempt: Attempt, stage: string): StageRecord {
  const record = stageRecord(attempt, stage);
  refuseClosed(attempt);
  if (currentStage(attempt) === stage) return record;
  throw new AppError("stage-order", {
    message:
      record.state === "open"
        ? `“${stage}” comes later: “${currentStage(attempt)}” is still open.`
        : `“${stage}” has already been ${record.state === "graded" ? "graded" : "ended"}.`,
    next: "Go on with the stage that is open.",
    where: `stages.${stage}`,
  });
}

function stageRecord(attempt: Attempt, stage: string): StageRecord {
  const record = Object.hasOwn(attempt.stages, stage) ? attempt.stages[stage] : undefined;
  if (record) return record;
  throw new AppError("not-found", {
    message: `This attempt has no stage “${stage}”.`,
    next: `Its stages are: ${attempt.stageOrder.join(", ")}.`,
  });
}

function refuseClosed(attempt: Attempt): void {
  if (attempt.state === "open") return;
  throw new AppError("attempt-closed", {
    message: "This attempt is over.",
    next: "Start another attempt on the drill.",
    where: attempt.id,
  });
}

function advance(attempt: Attempt, now: number): Attempt {
  const stage = currentStage(attempt);
  if (stage === null) {
    const settled = settle(attempt.clock, now, rules(attempt));
    const clock = pause(settled, now, rules(attempt));
    return { ...attempt, clock, state: "graded", endedAt: iso(now) };
  }
  return { ...attempt, clock: enterStage(attempt.clock, { stage, now, ...rules(attempt) }) };
}

const withStage = (attempt: Attempt, stage: string, record: StageRecord): Attempt => ({
  ...attempt,
  stages: { ...attempt.stages, [stage]: record },
});

const rules = (attempt: Attempt) => ({ interview: attempt.conditions === "interview" });

const iso = (now: number) => new Date(now).toISOString();
