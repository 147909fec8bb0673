import { join } from "node:path";

import { loadCurriculum } from "@loopwright/content";
import type { CurriculumDrill } from "@loopwright/core/learner";
import { beforeAll, describe, expect, it } from "vitest";

import { planSittings, type Sitting } from "./plan.ts";
import { reviewsOf } from "./reviews.ts";

const tracks = join(import.meta.dirname, "../../../../tracks");
let drills: CurriculumDrill[] = [];
let sittings: Sitting[] = [];

beforeAll(async () => {
  const curriculum = await loadCurriculum(tracks);
  drills = [...curriculum.drills.values()].map(({ meta, trackId }) => {
    const work = curriculum.kinds.get(meta.kind)!.module.kind.work ?? "drill";
    return { ...meta, trackId, work, phase: 1 };
  });
  sittings = planSittings(drills, "sample");
});

const distinct = (name: (one: CurriculumDrill) => unknown, of: readonly CurriculumDrill[]) =>
  [...new Set(of.map((one) => String(name(one))))].toSorted((a, b) => a.localeCompare(b));

describe("the plan of the sample learner", () => {
  it("has every track, kind and level of the curriculum", () => {
    const planned = sittings.map(({ drill }) => drill);
    expect(sittings.length).toBeGreaterThan(50);
    expect(sittings.length).toBeLessThan(80);
    for (const name of ["trackId", "kind", "level"] as const) {
      expect(distinct((one) => one[name], planned)).toEqual(distinct((one) => one[name], drills));
    }
  });

  it("has both conditions, every quality, hints in practice, one given up and one open, the last", () => {
    const having = (is: (one: Sitting) => boolean) => sittings.filter(is).length;
    for (const conditions of ["practice", "interview"])
      expect(having((one) => one.conditions === conditions)).toBeGreaterThan(10);
    for (const quality of ["strong", "decent", "weak"])
      expect(having((one) => one.quality === quality)).toBeGreaterThan(3);
    expect(having((one) => one.hints > 0)).toBeGreaterThan(1);
    expect(having((one) => one.hints > 0 && one.conditions === "interview")).toBe(0);
    expect(having((one) => one.ending === "given-up")).toBe(1);
    expect(having((one) => one.ending === "open")).toBe(1);
    expect(sittings.at(-1)!.ending).toBe("open");
  });

  it("lies in the past, in order, and does a drill again only after two weeks", () => {
    const days = sittings.map(({ daysAgo }) => daysAgo);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect([Math.min(...days), Math.max(...days) <= 35]).toEqual([1, true]);
    expect(new Set(days).size).toBeGreaterThan(12);
    for (const { drill, daysAgo } of sittings) {
      const again = sittings.filter((one) => one.drill.id === drill.id && one.daysAgo !== daysAgo);
      for (const one of again) expect(Math.abs(one.daysAgo - daysAgo)).toBeGreaterThanOrEqual(14);
    }
  });

  it("is the same for the same seed, and another for another", () => {
    expect(planSittings(drills, "sample")).toEqual(sittings);
    expect(planSittings(drills, "other")).not.toEqual(sittings);
  });

  it.each([0, 1, 2, 5])("is one of %i drills too", (count) => {
    const few = planSittings(drills.slice(0, count), "sample");
    expect(new Set(few.map(({ drill }) => drill.id)).size).toBe(count);
  });
});

describe("the reviews of the sample learner", () => {
  const days = Array.from({ length: 30 }, (_, at) => Date.parse("2026-03-01T18:00Z") + at * 864e5);
  const given = { seed: "s", days, interviewOn: "2026-04-12", offsetMinutes: 0 };
  const cardIds = Array.from({ length: 90 }, (_, at) => `card-${at}`);

  it("are some 150 over weeks, never due past the interview, and the same again", () => {
    const reviews = reviewsOf({ cardIds, ...given });
    expect(reviews).toHaveLength(150);
    expect(reviewsOf({ cardIds, ...given })).toEqual(reviews);
    const at = reviews.map(({ review }) => review.at);
    expect(at).toEqual(at.toSorted());
    for (const { next } of reviews) expect(next.due < "2026-04-12").toBe(true);
    expect(new Set(reviews.map(({ review }) => review.rating)).size).toBe(4);
  });

  it("are none without cards", () => expect(reviewsOf({ cardIds: [], ...given })).toEqual([]));
});
