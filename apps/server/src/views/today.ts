import { daysBetween, heatWeeks, rounds, streak, workedDays } from "@loopwright/core/learner";
import type { Evidence, Profile } from "@loopwright/core/learner";

import type { Context } from "../context.ts";
import { cardCounts } from "../learner/cards.ts";
import { stillToDo, type DayItem } from "../learner/day.ts";
import { dayOfPlan } from "../learner/day-of-plan.ts";
import { placementOf } from "../learner/placement.ts";
import { readinessOf } from "../learner/readiness.ts";
import { reviewedDays } from "../learner/reviewed.ts";
import { learnerState, type LearnerState } from "../learner/state.ts";
import { summaryFrom } from "./evidence.ts";
import type { PlacementView, QueueItem, TodayView } from "./learner-shapes.ts";
import { drillSummary } from "./lists.ts";
import { lineViews } from "./readiness.ts";
import type { AttemptSummary } from "./shapes.ts";

/** A year, the present week with it. */
const heatmapWeeks = 53;
const historyLength = 8;

/** The one next thing and what follows it, what was done, and the five lines. */
export async function todayView(context: Context, { more = false } = {}): Promise<TodayView> {
  const state = await learnerState(context);
  const { today, profile, told, evidence } = state;
  const [placement, counts] = await Promise.all([
    placementOf(context, state),
    cardCounts(context, state),
  ]);
  const { secondsEach, due, fresh } = counts;
  const reviewed = await reviewedDays(context, { today, days: heatmapWeeks * 7, secondsEach });
  const reviewedToday = reviewed.find(({ day }) => day === today)?.reviews ?? 0;
  const day = await dayOfPlan(context, state, {
    placement: placement.state,
    reviewed: reviewedToday,
    more,
  });
  const planned = stillToDo(day, { evidence, reviewed: reviewedToday, cardsLeft: due + fresh });
  const worked = workedDays(evidence, reviewed);
  const { minutesPerDay, restDays, process } = profile;
  const summaries = evidence.map(summaryFrom);
  return {
    day: today,
    round: roundOf(profile, today),
    process,
    told,
    placement,
    queue: queueOf(context, { state, planned, placement, summaries, reviewed: reviewedToday }),
    minutes: { done: worked.find((one) => one.day === today)?.minutes ?? 0, perDay: minutesPerDay },
    note: day.note,
    history: summaries.filter(({ state: at }) => at !== "open").slice(0, historyLength),
    lines: lineViews(readinessOf(context, state), summaries),
    weeks: heatWeeks(worked, { today, weeks: heatmapWeeks, minutesPerDay }),
    streakDays: streak(worked, { today, restDays }),
  };
}

function roundOf({ round, interviewOn }: Profile, today: string): TodayView["round"] {
  const { title } = rounds.find(({ id }) => id === round)!;
  const daysLeft = interviewOn === null ? null : daysBetween(today, interviewOn);
  return { title, on: interviewOn, daysLeft };
}

type Queue = {
  state: LearnerState;
  planned: DayItem[];
  placement: PlacementView;
  summaries: AttemptSummary[];
  reviewed: number;
};

/** What is begun comes first, then the placement, then what was planned for the day. */
function queueOf(context: Context, given: Queue): QueueItem[] {
  const { state, planned, placement, summaries, reviewed } = given;
  const show: Show = (id, { minutes, why, attemptId = null, part = null }) => {
    const entry = context.curriculum.drills.get(id);
    if (!entry) return [];
    const drill = drillSummary(context, entry, summaries);
    return [{ id: `drill ${id}`, minutes, why, what: { type: "drill", drill, attemptId, part } }];
  };
  const open = state.evidence
    .filter((one) => one.state === "open")
    .flatMap((one) => show(one.drill.id, { minutes: left(one), attemptId: one.id, why: begun }));
  const items = planned.flatMap((one) =>
    one.what === "drill" ? show(one.drillId, one) : cards(one, reviewed),
  );
  return unique([...open, ...placing(placement, state, show), ...items]);
}

type Shown = { minutes: number; why: string; attemptId?: string; part?: string | null };
type Show = (drillId: string, shown: Shown) => QueueItem[];

const begun = "It is begun and saved; finishing it comes first.";

/** What is left of an open attempt, by the minutes that its drill declares. */
const left = ({ drill: { minutes }, activeMs }: Evidence): number =>
  Math.max(1, Math.ceil((minutes.whole ?? minutes.limit) - activeMs / 60_000));

/** The items of a placement that has begun, each saying how far it is. */
function placing(
  { state, items }: PlacementView,
  { drills }: LearnerState,
  show: Show,
): QueueItem[] {
  if (state !== "begun") return [];
  return items.flatMap(({ drillId, passed }, at) => {
    const why = `Placement, ${at + 1} of ${items.length}: it shows where the plan should begin.`;
    return passed === null
      ? show(drillId, { minutes: Math.ceil(drills.get(drillId)!.minutes.aim), why })
      : [];
  });
}

const cards = (one: Extract<DayItem, { what: "cards" }>, reviewed: number): QueueItem[] => [
  {
    id: "cards",
    minutes: one.minutes,
    why: one.why,
    what: { type: "cards", count: one.until - reviewed },
  },
];

/** A drill stands in the queue once: its first line says the most. */
function unique(items: readonly QueueItem[]): QueueItem[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}
