import { rounds } from "@loopwright/core/learner";
import { calendarOf, type PlanItem } from "@loopwright/core/plan";

import type { Context } from "../context.ts";
import { planOf } from "../learner/planning.ts";
import { learnerState, type LearnerState } from "../learner/state.ts";
import type { PlanItemView, PlanView } from "./plan-shapes.ts";

export async function planView(context: Context): Promise<PlanView> {
  const state = await learnerState(context);
  const { days, leftOut } = await planOf(context, state);
  const { today, profile } = state;
  const titles = new Map(context.curriculum.tracks.map(({ id, title }) => [id, title]));
  return {
    today,
    round: roundOf(state),
    minutesPerDay: profile.minutesPerDay,
    process: profile.process,
    days: days.map(({ items, ...day }) => ({
      ...day,
      items: items.map((item) => itemView(context, item)),
    })),
    leftOut: leftOut.map(({ what, trackId, why }) => ({
      what,
      trackTitle: trackId === null ? null : (titles.get(trackId) ?? null),
      why,
    })),
  };
}

/** The plan as a calendar file. */
export async function planCalendar(context: Context): Promise<string> {
  const state = await learnerState(context);
  const plan = await planOf(context, state);
  const { title, on } = roundOf(state);
  const madeAt = new Date(context.now()).toISOString();
  return calendarOf(plan, { madeAt, interview: on === null ? null : { on, title } });
}

function roundOf({ profile, today }: LearnerState): PlanView["round"] {
  const { title } = rounds.find(({ id }) => id === profile.round)!;
  const { interviewOn } = profile;
  return { title, on: interviewOn !== null && interviewOn >= today ? interviewOn : null };
}

function itemView({ curriculum }: Context, item: PlanItem): PlanItemView {
  if (item.what === "cards") return item;
  const { id, title, kind, languages, level } = item.drill;
  const kindTitle = curriculum.kinds.get(kind)?.module.kind.title ?? kind;
  return { ...item, drill: { id, title, kindTitle, languages, level } };
}
