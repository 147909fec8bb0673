import type { Context } from "../context.ts";
import { dayItem, keepDay, plannedDayOf, type PlannedDay } from "./day.ts";
import { planOf } from "./planning.ts";
import type { LearnerState } from "./state.ts";

type Asked = {
  placement: string;
  /** Cards of today so far. */
  reviewed: number;
  /** Whether the learner asks for more than the day was meant to have. */
  more: boolean;
};

/**
 * What was planned for today when it began. It is planned anew when what it was made from has changed, or
 * when somebody asks for more.
 */
export async function dayOfPlan(
  context: Context,
  state: LearnerState,
  { placement, reviewed, more }: Asked,
): Promise<PlannedDay> {
  const { today, profile } = state;
  const madeFrom = JSON.stringify([profile, placement]);
  const there = await plannedDayOf(context);
  if (there?.day === today && there.madeFrom === madeFrom && !more) return there;
  const plan = await planOf(context, state, { more });
  const first = plan.days.find(({ day }) => day === today);
  const items = (first?.items ?? []).map((one) => dayItem(one, reviewed));
  const day = { day: today, madeFrom, note: first?.note ?? null, items };
  await keepDay(context, day);
  return day;
}
