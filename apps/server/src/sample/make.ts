import {
  attempt as attemptShape,
  viaJson,
  type Attempt,
  type Drill,
  type Ports,
} from "@loopwright/core";
import {
  addDays,
  firstProfile,
  type CurriculumDrill,
  type Profile,
} from "@loopwright/core/learner";
import { sampleId, type SampleLearner } from "@loopwright/store";

import { moduleOf } from "../attempt-work.ts";
import type { Context } from "../context.ts";
import type { Report } from "../data/work.ts";
import { localDay } from "../learner/local-day.ts";
import { profileKey } from "../learner/profile.ts";
import { drillsOf } from "../learner/state.ts";
import { answerTo } from "./answers.ts";
import { documentsOf, type Written } from "./documents.ts";
import { planSittings, type Sitting } from "./plan.ts";
import { reviewsOf } from "./reviews.ts";
import { sit } from "./sit.ts";

const seed = "sample";
const interviewInDays = 12;
const beganDaysAgo = 35;
const atOnce = 2;

type Making = { report: Report; signal: AbortSignal };

/**
 * Makes a learner to look at: attempts of the last five weeks whose answers come from the drills themselves, graded
 * by the real graders, and what follows from them. Nothing is stored. The same for the same day and curriculum.
 * Null where it was cancelled.
 */
export async function makeSample(
  context: Context,
  { report, signal }: Making,
): Promise<SampleLearner | null> {
  const drills = [...drillsOf(context).values()].filter((one) => canBeGraded(context, one));
  const sittings = withTimes(planSittings(drills, seed), context.now());
  const made: Made[] = [];
  const waiting = sittings.entries();
  report("Attempts are made and graded", 0, sittings.length);
  const worker = async () => {
    for (const [index, one] of waiting) {
      if (signal.aborted) return;
      const attempt = await makeOne(context, one, index);
      if (attempt) made[index] = attempt;
      report("Attempts are made and graded", index + 1, sittings.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return signal.aborted ? null : learnerOf(context, made.filter(Boolean));
}

/** What is reviewed by somebody else and needs nothing that does not run here. */
function canBeGraded({ sandbox, curriculum }: Context, drill: CurriculumDrill): boolean {
  const runs = new Set(sandbox.capabilities().flatMap((one) => (one.runs ? [one.language] : [])));
  const needed = [
    ...drill.languages,
    ...(curriculum.kinds.get(drill.kind)?.module.kind.runs ?? []),
  ];
  return drill.status === "reviewed" && needed.every((one) => runs.has(one));
}

type Timed = { sitting: Sitting; startAt: number };

/** In the evenings, one after the other. */
function withTimes(sittings: readonly Sitting[], now: number): Timed[] {
  const free = new Map<number, number>();
  return sittings.map((sitting) => {
    const { daysAgo, drill, pace } = sitting;
    const startAt = free.get(daysAgo) ?? eveningOf(now, daysAgo);
    free.set(daysAgo, startAt + Math.round((drill.minutes.aim * pace + 8) * 60_000));
    return { sitting, startAt };
  });
}

function eveningOf(now: number, daysAgo: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() - daysAgo);
  return day.setHours(18, 30, 0, 0);
}

type Made = { attempt: Attempt; drill: Drill; written: Written | null };

/** Null for a drill that cannot be read or graded here: it is left out. */
async function makeOne(
  context: Context,
  { sitting, startAt }: Timed,
  index: number,
): Promise<Made | null> {
  const own = `${seed} ${localDay(context.now())} ${index}`;
  try {
    const loaded = await context.curriculum.drill(sitting.drill.id);
    const module = moduleOf(context, loaded.drill);
    const found = answerTo(loaded, module, { quality: sitting.quality, seed: own });
    if (!found) return null;
    // Made by a program, it may hold what JSON leaves out.
    const answer = viaJson(found);
    const { drill } = loaded;
    const ids = { id: own.replaceAll(" ", "-"), learnerId: sampleId, seed: own };
    const ports = portsOf(context);
    const attempt = await sit({ ...ids, sitting, drill, module, answer, startAt, ports });
    // One that could not be stored would keep all others from it.
    if (!attempt || !attemptShape.safeParse(attempt).success) return null;
    const shown = attempt.endedAt !== null && sitting.quality === "strong";
    const written = shown && { title: drill.meta.title, answer, at: attempt.endedAt! };
    return { attempt, drill, written: written || null };
  } catch {
    return null;
  }
}

/** No language model is asked: the sample is the same for everybody. */
const portsOf = ({ sandbox }: Context): Ports => ({
  sandbox,
  prose: { ask: async () => ({ step: "offline", reason: "The language model is off." }) },
});

async function learnerOf(context: Context, made: readonly Made[]): Promise<SampleLearner> {
  const now = context.now();
  const today = localDay(now);
  const told = profileFrom(today);
  const page = await context.store.settings.get(context.learnerId, "page");
  const drills = new Map(made.map(({ drill }) => [drill.hash, drill]));
  const written = made.flatMap((one) => (one.written ? [one.written] : []));
  return {
    name: "Sample",
    drills: [...drills.values()],
    attempts: made.map(({ attempt }) => attempt),
    documents: documentsOf(
      context.curriculum.documents.values(),
      written,
      (index) => `${seed}-${today}-document-${index}`,
    ),
    // Colours and clocks stay as the learner has them.
    settings: { [profileKey]: told, ...(page !== undefined && { page }) },
    reviews: reviewsOf({
      cardIds: [...context.curriculum.cards.keys()],
      seed: `${seed} ${today} review`,
      days: Array.from({ length: beganDaysAgo - 1 }, (_, at) => beganDaysAgo - 1 - at)
        .filter((daysAgo) => daysAgo % 7 !== 2)
        .map((daysAgo) => eveningOf(now, daysAgo) - 45 * 60_000),
      interviewOn: addDays(today, interviewInDays),
      offsetMinutes: -new Date(now).getTimezoneOffset(),
    }),
  };
}

/** Five weeks in, with the next round in twelve days. */
function profileFrom(today: string): Profile {
  const startedOn = addDays(today, -beganDaysAgo);
  const first = firstProfile(startedOn);
  const on = addDays(today, interviewInDays);
  const next = first.process.findIndex(({ id }) => id === first.round);
  const process = first.process.map((step, at) => ({
    ...step,
    ...(at < next && { done: true, on: addDays(startedOn, at * 14) }),
    ...(at === next && { on }),
  }));
  return { ...first, interviewOn: on, process };
}
