import type { Criterion, Verdict } from "./grade.ts";
import type { DrillMeta } from "./drill.ts";
import type { Kind } from "./kind.ts";
import type { Timing } from "./timing.ts";

/** Up to this many times the limit the time counts in part. */
const partlyUpTo = 1.5;

/** Milliseconds spent on the stages that the drill's minutes are measured over. */
export function timedMs(kind: Kind, stages: readonly string[], timing: Timing): number {
  return timedStages(kind, stages).reduce((sum, id) => sum + (timing.perStageMs[id] ?? 0), 0);
}

/** The one criterion that core makes, in every kind. */
export const timeCriterionId = "time";

export const timedStages = (kind: Kind, stages: readonly string[]): string[] =>
  stages.filter((id) => kind.stages.find((one) => one.id === id)?.timed !== false);

/**
 * The one criterion that core makes itself, the same for every kind: inside the limit is met, up to
 * half over it is met in part. It lands on the last timed stage.
 */
export function timeCriterion(minutes: DrillMeta["minutes"], spentMs: number): Criterion {
  const spent = spentMs / 60_000;
  const verdict: Verdict =
    spent <= minutes.limit ? "met" : spent <= minutes.limit * partlyUpTo ? "partly" : "missed";
  return {
    id: timeCriterionId,
    title: `Inside ${minutes.limit} minutes`,
    weight: 1,
    essential: false,
    verdict,
    evidence: [
      { type: "measure", value: Math.round(spentMs / 1000), unit: "s", target: minutes.limit * 60 },
    ],
  };
}
