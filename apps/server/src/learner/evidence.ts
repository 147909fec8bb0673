import { outcomeOf, provesReadiness, answerShownAt, type Attempt } from "@loopwright/core";
import type { CurriculumDrill, Evidence } from "@loopwright/core/learner";

import type { Context } from "../context.ts";
import { keptFor } from "./forget.ts";
import { localDay } from "./local-day.ts";

/** `attempt` is null where the row cannot be read: the history names it, everything else goes on. */
type Outline = { attempt: Attempt | null; revision: number };
type Kept = {
  known: Map<string, Outline>;
  evidence: Evidence[];
  drills: ReadonlyMap<string, CurriculumDrill>;
};

/** By learner: outlines that were read stay, and only what changed is read again. */
const keeper = { make: () => new Map<string, Kept>() };

/**
 * All of the learner's attempts on drills of the curriculum, newest first. What is sealed in a session
 * that goes on is left out: its grade is withheld.
 */
export async function evidenceOf(
  context: Context,
  drills: ReadonlyMap<string, CurriculumDrill>,
): Promise<Evidence[]> {
  const { store, learnerId } = context;
  const byLearner = keptFor(store, keeper);
  const before = byLearner.get(learnerId);
  const known = await refreshed(context, before?.known ?? new Map());
  if (before && known === before.known && drills === before.drills) return before.evidence;
  const evidence = derived(context, known, drills);
  byLearner.set(learnerId, { known, evidence, drills });
  return evidence;
}

/** The same map where nothing has changed. */
async function refreshed(
  { store, learnerId }: Context,
  known: Map<string, Outline>,
): Promise<Map<string, Outline>> {
  const revisions = await store.attempts.revisions(learnerId);
  const changed = revisions.filter(({ id, revision }) => known.get(id)?.revision !== revision);
  if (changed.length === 0 && revisions.length === known.size) return known;
  const read = await store.attempts.outlines(
    learnerId,
    changed.map(({ id }) => id),
  );
  const next = new Map<string, Outline>();
  for (const { id, revision } of revisions) {
    const attempt = read.get(id);
    const before = known.get(id);
    if (attempt !== undefined) next.set(id, { attempt, revision });
    else if (before) next.set(id, before);
  }
  return next;
}

function derived(
  context: Context,
  known: Map<string, Outline>,
  drills: ReadonlyMap<string, CurriculumDrill>,
): Evidence[] {
  const showings = new Map<string, { attemptId: string; at: string }[]>();
  const found = [...known.values()].flatMap(({ attempt }) => {
    const drill = attempt ? drills.get(attempt.drillId) : undefined;
    const kind = drill && context.curriculum.kinds.get(drill.kind)?.module.kind;
    if (!attempt || !drill || !kind || attempt.sealed) return [];
    const outcome = outcomeOf(attempt, kind);
    const at = answerShownAt(attempt, outcome.passed);
    if (at !== null) {
      const others = showings.get(drill.id) ?? [];
      showings.set(drill.id, [...others, { attemptId: attempt.id, at }]);
    }
    return [{ attempt, drill, outcome }];
  });
  return found
    .map(({ attempt, drill, outcome }) => {
      const shown = (showings.get(drill.id) ?? []).filter((one) => one.attemptId !== attempt.id);
      return evidenceFrom({ attempt, drill, outcome, shownAt: shown.map(({ at }) => at) });
    })
    .toSorted(newestFirst);
}

/** As the store orders them: the id decides between two of one moment. */
const newestFirst = (a: Evidence, b: Evidence): number =>
  b.startedAt.localeCompare(a.startedAt) || b.id.localeCompare(a.id);

type Known = {
  attempt: Attempt;
  drill: CurriculumDrill;
  outcome: ReturnType<typeof outcomeOf>;
  shownAt: string[];
};

function evidenceFrom({ attempt, drill, outcome, shownAt }: Known): Evidence {
  const { id, state, conditions, drawn, startedAt, endedAt, clock } = attempt;
  const { passed, range, timedMs } = outcome;
  const reviewed = drill.status === "reviewed";
  return {
    id,
    drill,
    state,
    conditions,
    drawn,
    passed,
    low: range?.low ?? null,
    high: range?.high ?? null,
    ...provesReadiness(attempt, { passed, reviewed, shownAt }),
    timedMs,
    activeMs: clock.timing.activeMs,
    startedAt,
    endedAt,
    day: localDay(Date.parse(endedAt ?? startedAt)),
  };
}
