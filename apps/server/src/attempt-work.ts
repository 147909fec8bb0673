import {
  AppError,
  type Attempt,
  type Drill,
  type Json,
  type KindModule,
  appendAction,
  closeStage,
  gradeStage,
  openStage,
  recordingPorts,
  settle,
  skipStage,
  skippedGrade,
} from "@loopwright/core";

import { sandboxFor } from "./browser-runs.ts";
import type { Context } from "./context.ts";
import { prosePort } from "./language-model.ts";

export type OpenedAttempt = {
  attempt: Attempt;
  revision: number;
  drill: Drill;
  module: KindModule;
};

/** An attempt with the version of the drill that it was made on. Throws `not-found`. */
export async function openAttempt(context: Context, id: string): Promise<OpenedAttempt> {
  const found = await context.store.attempts.get(id);
  if (!found) throw missing("attempt", id);
  const drill = await context.store.drillVersions.get(found.attempt.drillHash);
  if (!drill) throw missing("version of the drill", found.attempt.drillHash);
  return { ...found, drill, module: moduleOf(context, drill) };
}

export function moduleOf(context: Context, drill: Pick<Drill, "meta">): KindModule {
  const kind = context.curriculum.kinds.get(drill.meta.kind);
  if (!kind) throw missing("kind", drill.meta.kind);
  return kind.module;
}

/**
 * Applies a pure step and saves it; when a heartbeat or another window saved in between, the step is
 * applied to the newer attempt instead.
 */
export async function change(
  context: Context,
  id: string,
  step: (attempt: Attempt) => Attempt,
): Promise<Attempt> {
  for (let tries = 0; ; tries++) {
    const found = await context.store.attempts.get(id);
    if (!found) throw missing("attempt", id);
    const next = step(found.attempt);
    if (next === found.attempt) return next;
    try {
      await context.store.attempts.update(id, found.revision, next);
      return next;
    } catch (error) {
      const stale = error instanceof AppError && error.code === "conflict";
      if (!stale || tries >= 4) throw error;
    }
  }
}

/** Grades a stage with what is given, then closes it. Grading runs outside of the save. */
export async function submitStage(
  context: Context,
  id: string,
  { stage, answer }: { stage: string; answer: Json },
): Promise<Attempt> {
  const { attempt, drill, module } = await openAttempt(context, id);
  openStage(attempt, stage);
  const { timing } = settle(attempt.clock, context.now(), {
    interview: attempt.conditions === "interview",
  });
  const prose = await prosePort(context);
  const { ports, replies } = recordingPorts({
    sandbox: sandboxFor(context, id),
    ...(prose && { prose }),
  });
  const grade = await gradeStage({
    drill,
    module,
    stage,
    answer,
    seed: attempt.seed,
    actions: attempt.actions,
    timing,
    earlier: earlierGrades(attempt),
    answers: submitted(attempt),
    ports,
  });
  return change(context, id, (now) =>
    closeStage(now, { stage, grade, answer, replies: replies(), now: context.now() }),
  );
}

export async function skip(context: Context, id: string, stage: string): Promise<Attempt> {
  const { drill, module, attempt } = await openAttempt(context, id);
  openStage(attempt, stage);
  const grade = skippedGrade(drill, module, stage);
  return change(context, id, (now) => skipStage(now, { stage, grade, now: context.now() }));
}

/** The free Run: never under interview conditions, never with the key. */
export async function runDraft(
  context: Context,
  id: string,
  { stage, answer }: { stage: string; answer: Json },
): Promise<Json> {
  const { attempt, drill, module } = await openAttempt(context, id);
  openStage(attempt, stage);
  if (attempt.conditions === "interview" || !module.run) {
    throw new AppError("not-allowed", {
      message: module.run
        ? "There is no free Run under interview conditions."
        : "This kind of work has nothing to run.",
      next: "Submit when ready.",
    });
  }
  const { brief, files } = drill;
  const ports = { sandbox: sandboxFor(context, id) };
  return module.run({ stage, brief, files, answer, seed: `${attempt.seed}/run`, ports } as never);
}

/** Appends an action that a live kind has taken. */
export async function recordAction(
  context: Context,
  id: string,
  action: Attempt["actions"][number],
): Promise<void> {
  const found = await context.store.attempts.get(id);
  if (!found) throw missing("attempt", id);
  appendAction(found.attempt, action);
  await context.store.attempts.appendAction(id, action);
}

const earlierGrades = (attempt: Attempt) =>
  Object.fromEntries(
    Object.entries(attempt.stages).flatMap(([id, { grade }]) => (grade ? [[id, grade]] : [])),
  );

const submitted = ({ stages }: Attempt): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(stages).flatMap(([id, { state, draft }]) =>
      state === "graded" ? [[id, draft]] : [],
    ),
  );

export function missing(what: string, where: string): AppError {
  return new AppError("not-found", {
    message: `There is no such ${what}.`,
    next: "Open Attempts to see what is kept.",
    where,
  });
}
