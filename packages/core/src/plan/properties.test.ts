import fc from "fast-check";
import { expect, it } from "vitest";

import {
  addDays,
  daysBetween,
  firstProfile,
  rounds,
  type CurriculumDrill,
  type Profile,
} from "../learner/index.ts";
import { makePlan, type Plan, type PlanInput, type PlanItem } from "./index.ts";
import { curriculum } from "./test/curriculum.ts";
import { isRest, simulate, type Learner } from "./test/learner.ts";

const from = "2026-03-02";

const profiles = fc
  .record({
    round: fc.constantFrom(...rounds.map(({ id }) => id)),
    minutesPerDay: fc.oneof(fc.integer({ min: 5, max: 120 }), fc.constant(480)),
    restDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
    languages: fc.constantFrom<Profile["languages"]>(
      ["python"],
      ["java", "python"],
      ["javascript"],
    ),
    startedOn: fc.integer({ min: -80, max: 0 }).map((days) => addDays(from, days)),
  })
  .map((told) => ({ ...firstProfile(from), ...told }));

const index = fc.nat(curriculum.length - 1);
/** Pairs of a drill and one that it waits for, in circles too. */
const waits = fc.array(fc.tuple(index, index), { maxLength: 12 });

/** The curriculum where some drills wait for others, and some are drafts. */
const waiting = (pairs: readonly (readonly [number, number])[]): CurriculumDrill[] =>
  curriculum.map((drill, at) => ({
    ...drill,
    prerequisites: pairs.flatMap(([one, other]) => (one === at ? [curriculum[other]!.id] : [])),
    status: at % 13 === 5 ? "draft" : "reviewed",
  }));

const learners = fc
  .record({
    is: fc.constantFrom<Learner["is"][]>("steady", "bursty", "lazy", "strong"),
    profile: profiles,
    days: fc.integer({ min: 1, max: 14 }),
    dated: fc.integer({ min: 0, max: 9 }).map((one) => one > 1),
    dice: fc.array(fc.nat(99), { minLength: 20, maxLength: 60 }),
  })
  .map(({ dated, ...one }): Learner => {
    const interviewOn = dated ? addDays(from, one.days) : null;
    return { ...one, from, profile: { ...one.profile, interviewOn } };
  });

type Placed = Extract<PlanItem, { what: "drill" }> & { at: number };

const placedIn = ({ days }: Plan): Placed[] =>
  days.flatMap(({ items }, at) =>
    items.flatMap((item) => (item.what === "drill" ? [{ ...item, at }] : [])),
  );

const isWork = (input: PlanInput, plan: Plan, at: number): boolean => {
  const { interviewOn } = input.profile;
  const { day, rest } = plan.days[at]!;
  return !rest && (interviewOn === null || daysBetween(day, interviewOn) > 1);
};

const roomOf = ({ profile, doneToday }: PlanInput, at: number): number =>
  Math.max(0, profile.minutesPerDay - (at === 0 ? doneToday : 0));

function fitsTheTime(input: PlanInput, plan: Plan): void {
  const { interviewOn } = input.profile;
  for (const [at, { day, minutes, items, rest }] of plan.days.entries()) {
    expect(day).toBe(addDays(input.today, at));
    expect(minutes).toBe(items.reduce((sum, item) => sum + item.minutes, 0));
    expect(minutes).toBeLessThanOrEqual(roomOf(input, at));
    expect(items.every((item) => item.minutes >= 1 && Number.isInteger(item.minutes))).toBe(true);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    if (rest) expect(isRest(input.profile, day)).toBe(true);
    if (rest || (interviewOn !== null && day >= interviewOn)) expect(items).toEqual([]);
  }
  expect(plan.days.length).toBeLessThanOrEqual(57);
}

function keepsTheOrder(input: PlanInput, plan: Plan): void {
  const placed = placedIn(plan);
  const first = new Map<string, number>();
  for (const { drill, at } of placed) if (!first.has(drill.id)) first.set(drill.id, at);
  const passed = new Set(input.evidence.flatMap((one) => (one.passed ? [one.drill.id] : [])));
  for (const { drill, at } of placed) {
    for (const id of drill.prerequisites) {
      if (id === drill.id || passed.has(id)) continue;
      expect(first.get(id), `${id} before ${drill.id}`).toBeLessThan(at);
    }
  }
  const workdays = plan.days.flatMap((_day, at) => (isWork(input, plan, at) ? [at] : []));
  for (const { part, drill, at } of placed) {
    if (!part || part.at === 1) continue;
    const before = placed.findLast(
      (one) => one.drill.id === drill.id && one.part?.at === part.at - 1 && one.at < at,
    );
    if (before) expect(workdays.indexOf(at)).toBe(workdays.indexOf(before.at) + 1);
  }
}

/** One heavy thing a day, nothing heavy the day before, and nothing new there but on the only day there is. */
function isNoBurden(input: PlanInput, plan: Plan): void {
  const { minutesPerDay, interviewOn } = input.profile;
  const known = new Set(input.evidence.map(({ drill }) => drill.id));
  const blank = input.evidence.every(({ day }) => day >= input.today);
  for (const [at, { day }] of plan.days.entries()) {
    const items = placedIn(plan).filter((one) => one.at === at);
    const heavy = items.filter(
      ({ drill, minutes }) => drill.work === "session" || minutes > Math.max(20, minutesPerDay / 3),
    );
    expect(heavy.length).toBeLessThanOrEqual(1);
    if (interviewOn === null || daysBetween(day, interviewOn) !== 1) {
      for (const { drill } of items) known.add(drill.id);
      continue;
    }
    expect(items.every(({ minutes, drill }) => minutes <= 20 && drill.work !== "session")).toBe(
      true,
    );
    const earlier = plan.days.some(
      (_one, index) => index < at && isWork(input, plan, index) && roomOf(input, index) > 0,
    );
    if (!blank || earlier) expect(items.every(({ drill }) => known.has(drill.id))).toBe(true);
  }
}

/** Every track is there, or is said to be left out, and then nothing that could give way is in its place. */
function coversEveryTrack(input: PlanInput, plan: Plan): void {
  // What the day before holds once more covers nothing.
  const placed = placedIn(plan).filter(({ at, again }) => isWork(input, plan, at) || !again);
  const needed = new Set(placed.flatMap(({ drill }) => drill.prerequisites));
  const begun = new Set(
    input.evidence.flatMap((one) => (one.state === "open" ? [one.drill.id] : [])),
  );
  const touched = (trackId: string) =>
    placed.filter(({ drill }) => drill.trackId === trackId).length +
    input.evidence.filter(({ drill }) => drill.trackId === trackId).length;
  for (const trackId of new Set(curriculum.map((drill) => drill.trackId))) {
    if (touched(trackId) > 0) continue;
    expect(plan.leftOut.some((one) => one.trackId === trackId && one.why !== "")).toBe(true);
    const own = [...input.drills].filter(
      (drill) => drill.trackId === trackId && drill.prerequisites.length === 0,
    );
    const shortest = Math.min(...own.map(({ minutes }) => minutes.whole ?? minutes.limit));
    for (const [at, { minutes }] of plan.days.entries()) {
      if (!isWork(input, plan, at)) continue;
      const free = roomOf(input, at) - minutes;
      const mayGo = placed.filter(
        ({ drill, part, ...one }) =>
          one.at === at &&
          !part &&
          !needed.has(drill.id) &&
          !begun.has(drill.id) &&
          touched(drill.trackId) > 1,
      );
      const room = mayGo.length === 0 ? 0 : Math.max(...mayGo.map((one) => one.minutes));
      expect(free + room, `${trackId} on day ${at + 1}`).toBeLessThan(shortest);
    }
  }
}

/** What was never passed is planned or named. */
function saysWhatIsLeftOut(input: PlanInput, plan: Plan): void {
  const there = new Set(placedIn(plan).map(({ drill }) => drill.id));
  const tried = new Set(input.evidence.map(({ drill }) => drill.id));
  const missing = [...input.drills].filter(({ id }) => !there.has(id) && !tried.has(id));
  const named = new Set(plan.leftOut.map(({ trackId }) => trackId));
  for (const { trackId } of missing) expect(named).toContain(trackId);
}

it("always fits, keeps the order, covers every track or says what is left out, whoever learns", () => {
  let plans = 0;
  fc.assert(
    fc.property(learners, waits, (learner, pairs) => {
      simulate(learner, waiting(pairs), ({ input, plan, done }) => {
        plans += 1;
        fitsTheTime(input, plan);
        keepsTheOrder(input, plan);
        isNoBurden(input, plan);
        coversEveryTrack(input, plan);
        saysWhatIsLeftOut(input, plan);
        if (done === 0) expect(makePlan(structuredClone(input))).toEqual(plan);
      });
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(plans).toBeGreaterThanOrEqual(40);
});
