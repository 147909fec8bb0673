import type { Evidence } from "@loopwright/core/learner";

import type { AttemptSummary } from "./shapes.ts";

/** An attempt as lists show it. */
export const summaryFrom = (one: Evidence): AttemptSummary => ({
  id: one.id,
  drillId: one.drill.id,
  drillTitle: one.drill.title,
  trackId: one.drill.trackId,
  conditions: one.conditions,
  drawn: one.drawn,
  state: one.state,
  startedAt: one.startedAt,
  endedAt: one.endedAt,
  range: one.low === null || one.high === null ? null : { low: one.low, high: one.high },
  passed: one.passed,
  timedMs: one.timedMs,
  proves: { counts: one.counts, because: one.because },
});
