import type { Context } from "../context.ts";
import { drillSummary, lineViews, summariesOf } from "./lists.ts";
import type { AttemptSummary, DrillSummary, TodayView } from "./shapes.ts";

/** Days after which a passed drill is worth another look. */
const freshDays = 14;

/** The one next thing, what was done, and the five lines. */
export async function todayView(context: Context): Promise<TodayView> {
  const { summaries } = await summariesOf(context);
  const drills = [...context.curriculum.drills.values()].map((entry) =>
    drillSummary(context, entry, summaries),
  );
  return {
    next: nextThing(drills, context.now()),
    history: summaries.slice(0, 20),
    lines: lineViews(context, summaries),
  };
}

/** What is open comes first, then what is new (core questions and lower levels before others), then what was not passed. */
function nextThing(drills: readonly DrillSummary[], now: number): TodayView["next"] {
  const open = drills
    .flatMap((drill) => drill.attempts.map((attempt) => ({ drill, attempt })))
    .filter(({ attempt }) => attempt.state === "open")
    .toSorted((a, b) => (a.attempt.startedAt < b.attempt.startedAt ? 1 : -1))[0];
  if (open) {
    const { drill, attempt } = open;
    return { drill, attemptId: attempt.id, reason: "It is begun and saved; finish it first." };
  }
  const ranked = drills
    .map((drill) => ({ drill, ...need(drill.attempts, now) }))
    .toSorted((a, b) => a.rank - b.rank || Number(b.drill.core) - Number(a.drill.core));
  const [first] = ranked;
  return first ? { drill: first.drill, attemptId: null, reason: first.reason } : null;
}

function need(attempts: readonly AttemptSummary[], now: number): { rank: number; reason: string } {
  const [last] = attempts;
  if (!last) return { rank: 0, reason: "Not tried yet. The first attempt shows where to begin." };
  if (!last.passed) return { rank: 1, reason: "The last attempt did not pass." };
  if (!attempts.some(({ proves }) => proves.counts)) {
    return { rank: 2, reason: "Passed in practice. Interview conditions would prove it." };
  }
  const age = now - Date.parse(last.startedAt);
  if (age > freshDays * 86_400_000) return { rank: 3, reason: "Passed, and a while ago." };
  return { rank: 4, reason: "Everything here is passed. Once more keeps it warm." };
}
