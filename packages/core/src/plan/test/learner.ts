import {
  addDays,
  weekdayOf,
  type CurriculumDrill,
  type Day,
  type Evidence,
  type Profile,
} from "../../learner/index.ts";
import { evidence as attempt } from "../../learner/fixture.ts";
import { makePlan, type Plan, type PlanInput, type PlanItem } from "../index.ts";
import { goals } from "./curriculum.ts";

/** How somebody works along the plan. Dice are numbers from 0 to 99, used in turn. */
export type Learner = {
  is: "steady" | "bursty" | "lazy" | "strong";
  profile: Profile;
  from: Day;
  days: number;
  dice: readonly number[];
};

type Step = { input: PlanInput; plan: Plan; done: number };

/** Works day by day, with a plan made anew on each; `look` sees every plan before it is worked along. */
export function simulate(
  { is, profile, from, days, dice }: Learner,
  drills: readonly CurriculumDrill[],
  look: (step: Step) => void,
): Evidence[] {
  let thrown = 0;
  const die = () => dice[thrown++ % dice.length]!;
  let evidence: Evidence[] = [];
  for (let at = 0; at < days; at += 1) {
    const today = addDays(from, at);
    const input: PlanInput = {
      today,
      profile,
      drills,
      evidence,
      strength: strengthOf(drills, evidence),
      cards: { due: die() % 40, fresh: die() % 20, later: 60, secondsEach: 5 + (die() % 30) },
      doneToday: die() < 10 ? die() % 60 : 0,
      goals,
    };
    const plan = makePlan(input);
    const items = (plan.days[0]?.items ?? []).filter((item) => item.what === "drill");
    const worked = items.slice(0, shareOf(is, die()) * items.length);
    look({ input, plan, done: at });
    for (const item of worked) {
      const sure = is === "strong" && item.drill.trackId === drills[0]!.trackId;
      evidence = sat(evidence, { item, today, luck: sure ? 99 : die() });
    }
  }
  return evidence;
}

function shareOf(is: Learner["is"], die: number): number {
  if (is === "bursty") return die < 60 ? 0 : 1;
  if (is === "lazy") return die < 70 ? 0 : 0.4;
  return 1;
}

type Sat = { item: Extract<PlanItem, { what: "drill" }>; today: Day; luck: number };

/** What an item leaves behind: an open attempt after all parts but the last, else a pass or a miss. */
function sat(before: readonly Evidence[], { item, today, luck }: Sat): Evidence[] {
  const { drill, part, minutes } = item;
  const open = before.find((one) => one.drill.id === drill.id && one.state === "open");
  const others = before.filter((one) => one !== open);
  const goesOn = part !== null && part.at < part.of;
  const conditions = luck % 3 === 0 ? "practice" : "interview";
  const passed = !goesOn && luck >= 40;
  const one = attempt({
    id: `${today} ${drill.id}`,
    drill,
    state: goesOn ? "open" : luck < 5 ? "given-up" : "graded",
    conditions,
    passed,
    low: goesOn ? null : luck,
    counts: passed && conditions === "interview" && drill.status === "reviewed",
    activeMs: minutes * 60_000 + (open?.activeMs ?? 0),
    startedAt: open?.startedAt ?? `${today}T10:00:00Z`,
    endedAt: goesOn ? null : `${today}T11:00:00Z`,
    day: today,
  });
  return [one, ...others];
}

/** Share of a track's drills that were passed under interview conditions, ten at most. */
function strengthOf(drills: readonly CurriculumDrill[], evidence: readonly Evidence[]) {
  const strength: Record<string, number> = {};
  for (const { trackId } of drills) strength[trackId] ??= 0;
  for (const { counts, drill } of evidence) {
    if (counts) strength[drill.trackId] = Math.min(1, strength[drill.trackId]! + 0.1);
  }
  return strength;
}

export const isRest = ({ restDays }: Profile, day: Day): boolean =>
  restDays.includes(weekdayOf(day));
