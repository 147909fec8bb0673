import type { CurriculumDrill, Evidence } from "../learner/evidence.ts";
import type { Goal } from "../track.ts";
import type { Known } from "./shapes.ts";

/** Drills and attempts for tests. */
export const today = "2026-11-23";

export function drill(id: string, over: Partial<CurriculumDrill> = {}): CurriculumDrill {
  return {
    id,
    format: 1,
    kind: "toy",
    title: `Drill ${id}`,
    level: 2,
    size: "full",
    minutes: { aim: 5, limit: 10 },
    languages: [],
    concepts: ["ssrf"],
    prerequisites: [],
    core: false,
    status: "reviewed",
    trackId: "1-toys",
    work: "drill",
    phase: 1,
    ...over,
  };
}

let serial = 0;

/** A pass that counts, five minutes long, of today. */
export function pass(on: CurriculumDrill, over: Partial<Evidence> = {}): Evidence {
  const day = over.day ?? today;
  return {
    id: `t${++serial}`,
    drill: on,
    state: "graded",
    conditions: "interview",
    drawn: false,
    passed: true,
    low: 80,
    high: 80,
    counts: true,
    because: "",
    timedMs: 300_000,
    activeMs: 300_000,
    startedAt: `${day}T10:00:00.000Z`,
    endedAt: `${day}T10:10:00.000Z`,
    day,
    ...over,
  };
}

export const goal: Goal = {
  line: "review-in-time",
  kind: "toy",
  levels: [2, 3],
  distinctDrills: 3,
  minutes: { max: 8 },
};

export const track = (over: Partial<Known["tracks"][number]> = {}): Known["tracks"][number] => ({
  id: "1-toys",
  title: "Toys",
  goals: [goal],
  serves: [],
  ...over,
});
