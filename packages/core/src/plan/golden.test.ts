import { describe, expect, it } from "vitest";

import { addDays, firstProfile, type Profile } from "../learner/index.ts";
import { makePlan, type Plan, type PlanItem } from "./index.ts";
import { curriculum, goals } from "./test/curriculum.ts";
import { printed } from "./test/printed.ts";

const today = "2026-03-02"; // A Monday.

const planFor = (days: number, minutesPerDay: number, round: Profile["round"]): Plan =>
  makePlan({
    today,
    profile: { ...firstProfile(today), round, minutesPerDay, interviewOn: addDays(today, days) },
    drills: curriculum,
    goals,
    evidence: [],
    strength: {},
    cards: { due: 12, fresh: 80, secondsEach: 20 },
    doneToday: 0,
  });

type Drill = Extract<PlanItem, { what: "drill" }>;
const drills = (plan: Plan, from: number, to: number): Drill[] =>
  plan.days
    .slice(from - 1, to)
    .flatMap(({ items }) => items)
    .filter((item) => item.what === "drill");
const sessions = (plan: Plan, from: number, to: number): Drill[] =>
  drills(plan, from, to).filter(({ drill }) => drill.work === "session");
const stories = (plan: Plan, from: number, to: number): Set<string> =>
  new Set(
    drills(plan, from, to).flatMap(({ drill }) => (drill.work === "story" ? [drill.id] : [])),
  );

describe("ten days of 45 minutes to a phone screen", () => {
  const plan = planFor(10, 45, "phone-screen");

  it("reads as it was agreed", async () => {
    await expect(printed(plan)).toMatchFileSnapshot("golden/phone-screen-10x45.txt");
  });

  it("sits half a screen by day 3", () => {
    expect(sessions(plan, 1, 3).map(({ minutes }) => minutes)).toEqual([30]);
  });

  it("tells six stories by day 5", () => {
    expect(stories(plan, 1, 5).size).toBeGreaterThanOrEqual(6);
  });

  it("sits the two halves of a whole screen on two days by day 8", () => {
    const halves = sessions(plan, 4, 8).filter(({ drill }) => drill.id === "screen");
    expect(halves.map(({ part, minutes }) => ({ ...part, minutes }))).toEqual([
      { at: 1, of: 2, minutes: 30 },
      { at: 2, of: 2, minutes: 30 },
    ]);
  });

  it("brings nothing new and nothing heavy on day 10, and nothing on the day itself", () => {
    const known = new Set(drills(plan, 1, 9).map(({ drill }) => drill.id));
    const eve = drills(plan, 10, 10);
    expect(eve.length).toBeGreaterThan(0);
    expect(eve.every(({ drill, again }) => again && known.has(drill.id))).toBe(true);
    expect(eve.every(({ minutes }) => minutes <= 20)).toBe(true);
    expect(plan.days[10]).toMatchObject({ items: [], minutes: 0 });
    expect(plan.days).toHaveLength(11);
  });
});

describe("28 days of an hour to a loop", () => {
  const plan = planFor(28, 60, "loop");

  it("reads as it was agreed", async () => {
    await expect(printed(plan)).toMatchFileSnapshot("golden/loop-28x60.txt");
  });

  it("tells a story for all sixteen principles, and sits a whole screen and a whole loop", () => {
    expect(stories(plan, 1, 27).size).toBe(16);
    const sat = sessions(plan, 1, 27).map(({ drill, part }) => `${drill.id} ${part?.at ?? ""}`);
    const whole = ["loop 1", "loop 2", "loop 3", "loop 4", "loop 5"];
    expect(sat).toEqual(["half-a ", "half-b ", "screen 1", "screen 2", ...whole]);
  });

  it("names the time that a drill would need which is too long for any day", () => {
    const long = plan.leftOut.find(({ what }) => what.includes("Long script"));
    expect(long?.why).toBe("It takes 90 minutes; the longest day has 60.");
  });
});

describe("one day of two hours", () => {
  const plan = planFor(1, 120, "phone-screen");

  it("reads as it was agreed", async () => {
    await expect(printed(plan)).toMatchFileSnapshot("golden/phone-screen-1x120.txt");
  });

  it("is light, and touches every track", () => {
    const planned = drills(plan, 1, 1);
    expect(planned.every(({ minutes }) => minutes <= 20)).toBe(true);
    const tracks = new Set(curriculum.map(({ trackId }) => trackId));
    expect(new Set(planned.map(({ drill }) => drill.trackId))).toEqual(tracks);
  });
});
