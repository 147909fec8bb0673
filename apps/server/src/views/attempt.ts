import {
  answerShownAt,
  barOf,
  criteriaOf,
  currentStage,
  materialOf,
  outcomeOf,
  passes,
  plannedCriteria,
  provesReadiness,
  tick,
  type Attempt,
  type Drill,
  type Grade,
  type Kind,
  type KindModule,
  type PublicDrill,
} from "@loopwright/core";
import { publicDrill } from "@loopwright/content";

import type { OpenedAttempt } from "../attempt-work.ts";
import type { Context } from "../context.ts";
import { cardShowingsOf } from "../learner/card-showings.ts";
import type { AttemptSummary, AttemptView, StageView } from "./shapes.ts";

type Known = { title: string; trackId: string; reviewed: boolean; kind: Kind };

/** What lists show. `showings`: of all the learner's attempts on the drill. */
export function attemptSummary(
  attempt: Attempt,
  { title, trackId, reviewed, kind }: Known,
  showings: readonly Showing[],
): AttemptSummary {
  const { range, passed, timedMs } = outcomeOf(attempt, kind);
  const others = showings.filter(({ attemptId }) => attemptId !== attempt.id);
  return {
    id: attempt.id,
    drillId: attempt.drillId,
    drillTitle: title,
    trackId,
    conditions: attempt.conditions,
    drawn: attempt.drawn,
    state: attempt.state,
    startedAt: attempt.startedAt,
    endedAt: attempt.endedAt,
    range,
    passed,
    timedMs,
    proves: provesReadiness(attempt, { passed, reviewed, shownAt: others.map(({ at }) => at) }),
  };
}

export const knownOf = (drill: Drill, module: KindModule): Known => ({
  title: drill.meta.title,
  trackId: drill.trackId,
  reviewed: drill.meta.status === "reviewed",
  kind: module.kind,
});

/** `attemptId` is null for a card. */
export type Showing = { attemptId: string | null; at: string };

type OnDrill = { drillId: string; kind: Kind; attempts: readonly Attempt[] };

/** When the learner's attempts on one drill showed its answer, or cards of it did. */
export async function showingsOn(
  context: Context,
  { drillId, kind, attempts }: OnDrill,
): Promise<Showing[]> {
  const onCards = (await cardShowingsOf(context)).get(drillId) ?? [];
  const inAttempts = attempts.flatMap((one) => {
    const at = answerShownAt(one, outcomeOf(one, kind).passed);
    return at === null ? [] : [{ attemptId: one.id, at }];
  });
  return [...inAttempts, ...onCards.map((at) => ({ attemptId: null, at }))];
}

export async function attemptView(context: Context, opened: OpenedAttempt): Promise<AttemptView> {
  const { attempt, drill, module } = opened;
  const { attempts: siblings } = await context.store.attempts.list({
    learnerId: attempt.learnerId,
    drillId: attempt.drillId,
    limit: 200,
  });
  const { kind } = module;
  const showings = await showingsOn(context, { drillId: drill.id, kind, attempts: siblings });
  const criteria = attempt.sealed ? [] : criteriaOf(attempt);
  const { clock } = attempt;
  const interview = attempt.conditions === "interview";
  const bar = barOf(module.kind);
  return {
    id: attempt.id,
    drill: shownDrill(opened),
    kindTitle: module.kind.title,
    trackTitle: trackTitle(context, drill.trackId),
    drillChanged: await hasChanged(context, drill),
    conditions: attempt.conditions,
    state: attempt.state,
    startedAt: attempt.startedAt,
    endedAt: attempt.endedAt,
    stages: stageViews(opened),
    currentStage: currentStage(attempt),
    summary: attemptSummary(attempt, knownOf(drill, module), showings),
    criteria,
    bar,
    blockedBy: passes(criteria, bar).blockedBy,
    timing: tick(clock, context.now(), { interview }).timing,
    paused: isPaused(attempt),
    tasksOver: tasksOver(opened),
    hintsShown: (isPaused(attempt) ? [] : attempt.hintsUsed).map(({ task, index }) => ({
      task,
      index,
      text: drill.hints.filter((hint) => hint.task === task)[index]?.text ?? "",
    })),
    contests: attempt.contests,
    live: module.live !== undefined,
    actionCount: attempt.actions.length,
  };
}

/** Tasks whose every criterion is judged: one that an open stage judges as well is not over. */
function tasksOver({ attempt, drill, module }: OpenedAttempt): number[] {
  const stages = Object.entries(attempt.stages);
  const tasksOf = (over: boolean) =>
    stages
      .filter(([, { state }]) => (state !== "open") === over)
      .flatMap(([stage]) => plannedCriteria(drill, module, stage))
      .flatMap(({ task }) => (task === undefined ? [] : [task]));
  const open = tasksOf(false);
  return [...new Set(tasksOf(true))].filter((task) => !open.includes(task));
}

const isPaused = ({ state, clock }: Attempt): boolean =>
  state === "open" && clock.pausedAt !== null;

/** Concepts name the flaws, so they come once the work is over. A pause hides the material. */
function shownDrill({ attempt, drill, module }: OpenedAttempt): PublicDrill {
  const shown = publicDrill(drill, module.kind);
  const hidden = attempt.state === "open" || attempt.sealed;
  const kept = hidden ? { ...shown, meta: { ...shown.meta, concepts: [] } } : shown;
  return isPaused(attempt) ? { ...kept, brief: null, text: "", files: {} } : kept;
}

export const trackTitle = (context: Context, trackId: string): string =>
  context.curriculum.tracks.find(({ id }) => id === trackId)?.title ?? trackId;

async function hasChanged(context: Context, drill: Drill): Promise<boolean> {
  try {
    return (await context.curriculum.drill(drill.id)).drill.hash !== drill.hash;
  } catch {
    return true; // It was removed, or no longer reads: the attempt stands on its own version.
  }
}

/** A sealed grade is withheld until its session closes. Drafts are sent in a pause too: the page keeps them. */
function stageViews({ attempt, drill, module }: OpenedAttempt): StageView[] {
  const shown = publicDrill(drill, module.kind).stages;
  return shown.flatMap((stage) => {
    const record = attempt.stages[stage.id];
    if (!record) return [];
    const over = record.state !== "open";
    const grade = attempt.sealed ? null : record.grade;
    return [
      {
        ...stage,
        state: record.state,
        draft: record.draft,
        revision: record.revision,
        grade,
        reveal: over && !attempt.sealed ? revealOf({ drill, module }, stage.id, grade) : null,
      },
    ];
  });
}

type Graded = { drill: Drill; module: KindModule };

function revealOf({ drill, module }: Graded, stage: string, grade: Grade | null) {
  const { exemplars } = drill;
  return module.reveal({ stage, ...materialOf(drill), exemplars, grade } as never);
}
