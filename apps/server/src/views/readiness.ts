import { lines } from "@loopwright/core";
import { ageWords, type Dimension, type Readiness } from "@loopwright/core/readiness";

import type { Context } from "../context.ts";
import { readinessHistoryOf, readinessOf } from "../learner/readiness.ts";
import type { LearnerState } from "../learner/state.ts";
import type { DimensionView, ProofView, ReadinessView, WayDrill } from "./readiness-shapes.ts";
import type { AttemptSummary, LineView } from "./shapes.ts";

export function readinessView(context: Context, state: LearnerState): ReadinessView {
  const { dimensions } = readinessOf(context, state);
  const proof = proofsOf(context, state);
  const drill = wayDrillsOf(context, state);
  return {
    today: state.today,
    dimensions: dimensions.map(({ evidence, next, ...rest }): DimensionView => ({
      ...rest,
      evidence: evidence.flatMap(({ id, ageDays }) => proof(id, ageDays)),
      next: next && { words: next.words, drills: next.drillIds.flatMap(drill) },
    })),
    history: readinessHistoryOf(context, state),
  };
}

/** The five lines of the brief, each with the attempts that prove it: the same dimensions as everywhere. */
export const lineViews = (
  { dimensions }: Readiness,
  summaries: readonly AttemptSummary[],
): LineView[] =>
  lines.flatMap(({ id, title }) => {
    const found = dimensions.find((one) => one.id === `line-${id}`);
    return found ? [{ id, title, ...lineOf(found, summaries) }] : [];
  });

function lineOf(
  { measurable, level, status, evidence }: Dimension,
  summaries: readonly AttemptSummary[],
): Omit<LineView, "id" | "title"> {
  const proving = new Set(evidence.map(({ id }) => id));
  return {
    declared: measurable,
    proven: level === 3,
    status: measurable ? status : "No drills for this yet",
    evidence: summaries.filter(({ id }) => proving.has(id)),
  };
}

const kindTitleOf = ({ curriculum }: Context, kind: string): string =>
  curriculum.kinds.get(kind)?.module.kind.title ?? kind;

function proofsOf(context: Context, { evidence }: LearnerState) {
  const byId = new Map(evidence.map((one) => [one.id, one]));
  return (attemptId: string, ageDays: number): ProofView[] => {
    const found = byId.get(attemptId);
    if (!found) return [];
    const { drill, timedMs } = found;
    const { title, level, kind } = drill;
    const kindTitle = kindTitleOf(context, kind);
    return [{ attemptId, title, kindTitle, level, timedMs, age: ageWords(ageDays) }];
  };
}

function wayDrillsOf(context: Context, { drills }: LearnerState) {
  return (id: string): WayDrill[] => {
    const found = drills.get(id);
    if (!found) return [];
    const { title, level, kind, minutes } = found;
    const whole = minutes.whole ?? minutes.limit;
    return [{ id, title, level, kindTitle: kindTitleOf(context, kind), minutes: whole }];
  };
}
