import type { CurriculumDrill, Evidence } from "./evidence.ts";

/** A drill and an attempt on it for tests, with what a case is about said over. */
export const drill = (over: Partial<CurriculumDrill> = {}): CurriculumDrill => ({
  id: "one",
  format: 1,
  kind: "toy",
  title: "One",
  level: 2,
  size: "full",
  minutes: { aim: 8, limit: 10 },
  languages: [],
  concepts: ["one"],
  prerequisites: [],
  core: false,
  status: "reviewed",
  trackId: "1-toys",
  work: "drill",
  phase: 1,
  ...over,
});

export const evidence = (over: Partial<Evidence> = {}): Evidence => ({
  id: "attempt",
  drill: drill(),
  state: "graded",
  conditions: "interview",
  drawn: false,
  passed: true,
  low: 90,
  high: 95,
  counts: true,
  because: "passed under interview conditions, without hints",
  timedMs: 420_000,
  activeMs: 600_000,
  startedAt: "2026-03-02T10:00:00Z",
  endedAt: "2026-03-02T10:10:00Z",
  day: "2026-03-02",
  ...over,
});
