import {
  appendAction,
  beat,
  beginAttempt,
  closeStage,
  currentStage,
  giveUp,
  gradeStage,
  materialOf,
  openLive,
  recordingPorts,
  saveDraft,
  settle,
  skippedGrade,
  skipStage,
  takeHint,
  timedStages,
  type AnswerFile,
  type Attempt,
  type Drill,
  type Grade,
  type Json,
  type KindModule,
  type Ports,
} from "@loopwright/core";

import type { Sitting } from "./plan.ts";

export type Seat = {
  id: string;
  learnerId: string;
  seed: string;
  sitting: Sitting;
  drill: Drill;
  module: KindModule;
  answer: AnswerFile;
  ports: Ports;
  /** Milliseconds since 1970. */
  startAt: number;
};

const minuteMs = 60_000;
/** What a stage without a clock takes. */
const untimedMinutes = 3;

/**
 * Makes an attempt as a person would, through the steps that the server takes, graded by the real grader. Null where
 * the answer cannot be graded here.
 */
export async function sit(given: Seat): Promise<Attempt | null> {
  // As it would come over HTTP: a fixture may hold fields that are undefined, and JSON has none.
  const seat = { ...given, answer: JSON.parse(JSON.stringify(given.answer)) as AnswerFile };
  const { id, learnerId, seed, drill, module, sitting, startAt: now } = seat;
  const { conditions, ending } = sitting;
  const begun = beginAttempt({ id, learnerId, drill, kind: module.kind, conditions, seed, now });
  const asked = withHints(await withActions(begun, seat), seat);
  if (ending === "open") return leftOpen(asked, seat);
  if (ending === "given-up") {
    const tried = working(asked, now, 4);
    return giveUp(tried.attempt, tried.now);
  }
  return workedThrough(asked, seat);
}

/** Takes the actions of a live kind, each with what its ports reply, so that the log replays. */
async function withActions(attempt: Attempt, seat: Seat): Promise<Attempt> {
  const { module, drill, answer, seed, ports } = seat;
  if (!module.live || answer.actions.length === 0 || seat.sitting.ending !== "graded")
    return attempt;
  const live = await openLive(module.live, { ...materialOf(drill), seed }, { log: [], ports });
  const gapMs = (minutesOf(seat) * minuteMs) / (3 * answer.actions.length);
  let taken = attempt;
  try {
    for (const [at, given] of answer.actions.entries()) {
      const body = module.kind.live?.action.parse(given) as Json;
      const { action } = await live.take(body, Math.round((at + 1) * gapMs));
      taken = appendAction(taken, action);
    }
  } finally {
    await live.close();
  }
  return taken;
}

function withHints(attempt: Attempt, { drill, sitting, startAt }: Seat): Attempt {
  let taken = attempt;
  for (const { number: task } of drill.tasks.slice(0, sitting.hints)) {
    const available = drill.hints.filter((hint) => hint.task === task).length;
    if (available > 0) taken = takeHint(taken, { task, available, now: startAt });
  }
  return taken;
}

function leftOpen(attempt: Attempt, { answer, startAt }: Seat): Attempt {
  const { attempt: worked } = working(attempt, startAt, 5);
  const stage = currentStage(worked);
  const draft = stage === null ? undefined : answer.stages[stage];
  if (stage === null || draft === undefined) return worked;
  return saveDraft(worked, { stage, draft, revision: 0 });
}

async function workedThrough(begun: Attempt, seat: Seat): Promise<Attempt | null> {
  const { drill, module, answer, startAt } = seat;
  const timed = timedStages(module.kind, begun.stageOrder);
  const grades: Record<string, Grade> = {};
  let attempt = begun;
  let now = startAt;
  for (const stage of begun.stageOrder) {
    const minutes = timed.includes(stage) ? minutesOf(seat) / timed.length : untimedMinutes;
    const given = answer.stages[stage];
    if (given === undefined) {
      const grade = skippedGrade(drill, module, stage);
      attempt = skipStage(attempt, { stage, grade, now });
      continue;
    }
    ({ attempt, now } = working(attempt, now, minutes));
    const graded = await gradeIn({ attempt, now }, seat, { stage, given, grades });
    if (graded.grade.status === "error") return null;
    grades[stage] = graded.grade;
    attempt = closeStage(attempt, { ...graded, stage, answer: given, now });
  }
  return attempt;
}

type Handed = { stage: string; given: Json; grades: Record<string, Grade> };

async function gradeIn(
  { attempt, now }: { attempt: Attempt; now: number },
  seat: Seat,
  { stage, given, grades }: Handed,
): Promise<{ grade: Grade; replies: Json[] }> {
  const { drill, module, seed, sitting, answer } = seat;
  const { timing } = settle(attempt.clock, now, { interview: sitting.conditions === "interview" });
  const { ports, replies } = recordingPorts(seat.ports);
  const grade = await gradeStage({
    drill,
    module,
    stage,
    answer: given,
    seed,
    actions: attempt.actions,
    timing,
    earlier: { ...grades },
    answers: Object.fromEntries(
      Object.entries(answer.stages).filter(([id]) => Object.hasOwn(grades, id)),
    ),
    ports,
  });
  return { grade, replies: replies() };
}

const minutesOf = ({ drill, sitting }: Seat): number =>
  Math.max(0.5, drill.meta.minutes.aim * sitting.pace);

/** The page is open and its heart beats every minute. */
function working(attempt: Attempt, from: number, minutes: number) {
  let worked = attempt;
  const until = from + Math.round(minutes * minuteMs);
  for (let now = from + minuteMs; now < until; now += minuteMs) worked = beat(worked, now);
  return { attempt: beat(worked, until), now: until };
}
