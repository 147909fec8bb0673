import { workedDays } from "@loopwright/core/learner";
import { makePlan, type Plan, type PlanInput } from "@loopwright/core/plan";

import { capabilitiesOf } from "../browser-runs.ts";
import type { Context } from "../context.ts";
import { deckOf } from "./cards-deck.ts";
import { cardCounts } from "./cards.ts";
import { readinessOf } from "./readiness.ts";
import { reviewedDays } from "./reviewed.ts";
import type { LearnerState } from "./state.ts";
import { provenSoFar } from "./strength.ts";

/** Where somebody asks for more than the day was meant to have, what was done of it counts no more. */
type Asked = { more?: boolean };

/** The plan as it stands now: made anew from evidence, time and date. */
export async function planOf(
  context: Context,
  state: LearnerState,
  { more = false }: Asked = {},
): Promise<Plan> {
  const { today, profile, evidence } = state;
  const cards = await cardsOf(context, state);
  return makePlan({
    today,
    profile,
    drills: choosable(context, state),
    evidence,
    ...provenSoFar(readinessOf(context, state)),
    cards,
    doneToday: more ? 0 : await minutesToday(context, state, cards.secondsEach),
    goals: context.curriculum.tracks.flatMap(({ goals }) => goals),
  });
}

/** What is for today, and the new ones beyond its limit for the days after it. */
async function cardsOf(context: Context, state: LearnerState): Promise<PlanInput["cards"]> {
  const [counts, deck] = await Promise.all([cardCounts(context, state), deckOf(context, state)]);
  const unseen = deck.filter(({ memory, suspended }) => memory === null && suspended === null);
  return { ...counts, later: unseen.length - counts.fresh };
}

async function minutesToday(
  context: Context,
  { today, evidence }: LearnerState,
  secondsEach: number,
): Promise<number> {
  const reviewed = await reviewedDays(context, { today, days: 1, secondsEach });
  const attempts = evidence.filter(({ day }) => day === today);
  const worked = workedDays(attempts, reviewed);
  return worked.find(({ day }) => day === today)?.minutes ?? 0;
}

/** What asks for a language that does not run on this machine cannot be done here, so it is not planned. */
function choosable(context: Context, { drills }: LearnerState) {
  const missing = new Set(
    capabilitiesOf(context).flatMap(({ language, runs }) => (runs ? [] : [language])),
  );
  return [...drills.values()].filter(
    ({ languages }) => !languages.some((language) => missing.has(language)),
  );
}
