import { outcomeOf, provesReadiness, answerShownAt, type Attempt } from "@loopwright/core";
import type { CurriculumDrill, Evidence } from "@loopwright/core/learner";

import type { Context } from "../context.ts";
import { cardShowingsOf, shownAnew, type CardShowings } from "./card-showings.ts";
import { keptFor } from "./forget.ts";
import { localDay } from "./local-day.ts";
import { outlinesOf, type Outlines } from "./outlines.ts";

type Drills = ReadonlyMap<string, CurriculumDrill>;
type Kept = { outlines: Outlines; showings: CardShowings; evidence: Evidence[]; drills: Drills };

/** By learner: what was read and judged stays, and only what changed is read and judged again. */
const keeper = { make: () => new Map<string, Kept>() };

/**
 * All of the learner's attempts on drills of the curriculum, newest first, the same array while none has changed.
 * What is sealed in a session that goes on is left out: its grade is withheld.
 */
export async function evidenceOf(context: Context, drills: Drills): Promise<Evidence[]> {
  const byLearner = keptFor(context.store, keeper);
  const before = byLearner.get(context.learnerId) ?? null;
  const [outlines, showings] = await Promise.all([
    outlinesOf(context, before?.outlines ?? null),
    cardShowingsOf(context),
  ]);
  const affected = affectedSince(before, { outlines, showings, drills });
  const evidence =
    before && affected?.size === 0
      ? before.evidence
      : judged(context, { outlines, showings, drills, affected, before: before?.evidence ?? [] });
  byLearner.set(context.learnerId, { outlines, showings, evidence, drills });
  return evidence;
}

type Now = Pick<Kept, "outlines" | "showings" | "drills">;

/** Drills to judge anew; null for all. */
function affectedSince(before: Kept | null, now: Now): ReadonlySet<string> | null {
  const { affected } = now.outlines;
  if (!before || affected === null || before.drills !== now.drills) return null;
  if (before.showings === now.showings) return affected;
  return new Set([...affected, ...shownAnew(before.showings, now.showings)]);
}

type Given = Now & { affected: ReadonlySet<string> | null; before: readonly Evidence[] };

/** An attempt can take from what others on the same drill prove, so drills are judged as a whole. */
function judged(context: Context, given: Given): Evidence[] {
  const { outlines, showings, drills, affected, before } = given;
  const keep = affected === null ? [] : before.filter(({ drill }) => !affected.has(drill.id));
  const kept = new Set(keep.map(({ id }) => id));
  const byDrill = new Map<string, Attempt[]>();
  for (const [id, { attempt }] of outlines.known) {
    if (!attempt || attempt.sealed || kept.has(id)) continue;
    byDrill.set(attempt.drillId, [...(byDrill.get(attempt.drillId) ?? []), attempt]);
  }
  const fresh = [...byDrill].flatMap(([drillId, attempts]) => {
    const drill = drills.get(drillId);
    const onCards = showings.get(drillId) ?? [];
    return drill ? onDrill(context, drill, { attempts, onCards }) : [];
  });
  return [...keep, ...fresh].toSorted(newestFirst);
}

function onDrill(
  { curriculum }: Context,
  drill: CurriculumDrill,
  { attempts, onCards }: { attempts: readonly Attempt[]; onCards: readonly string[] },
): Evidence[] {
  const kind = curriculum.kinds.get(drill.kind)?.module.kind;
  if (!kind) return [];
  const outcomes = attempts.map((attempt) => {
    const outcome = outcomeOf(attempt, kind);
    return { attempt, outcome, shownAt: answerShownAt(attempt, outcome.passed) };
  });
  return outcomes.map(({ attempt, outcome }) => {
    const others = outcomes.filter((one) => one.attempt.id !== attempt.id);
    const shownAt = [...others.flatMap((one) => one.shownAt ?? []), ...onCards];
    return evidenceFrom({ attempt, drill, outcome, shownAt });
  });
}

/** As the store orders them: the id decides between two of one moment. */
function newestFirst(a: Evidence, b: Evidence): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

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
