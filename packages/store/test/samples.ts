import type { Attempt, Drill, Grade } from "@loopwright/core";

export const sampleDrill = (over: Partial<Drill> = {}): Drill => ({
  id: "order-api",
  trackId: "2-secure-code-review",
  meta: {
    id: "order-api",
    format: 1,
    kind: "review",
    title: "Order API",
    level: 2,
    size: "full",
    minutes: { aim: 5, limit: 10 },
    languages: ["python"],
    concepts: ["access-control"],
    prerequisites: [],
    core: false,
    status: "reviewed",
  },
  brief: { z: 1, a: null },
  text: "## 1. Find",
  tasks: [{ number: 1, title: "Find" }],
  hints: [{ task: 1, text: "Who may read an order?" }],
  files: { "app.py": "print('hi')\n" },
  key: { flaws: [] },
  exemplars: [{ slug: "good", title: "Good", note: "", answer: { stages: {}, actions: [] } }],
  hash: "hash-1",
  ...over,
});

export const sampleGrade: Grade = {
  status: "graded",
  criteria: [
    {
      id: "idor",
      title: "Object-level authorisation",
      weight: 2,
      essential: true,
      verdict: "met",
      evidence: [{ type: "lines", file: "app.py", from: 3, to: 4 }],
      note: "Seen.",
    },
  ],
  remarks: [{ weight: "celebratory", text: "Found first." }],
  measures: [{ id: "minutes", title: "Minutes", value: 4, unit: "min" }],
};

export const sampleAttempt = (over: Partial<Attempt> = {}): Attempt => ({
  id: "a1",
  learnerId: "local",
  drillId: "order-api",
  drillHash: "hash-1",
  seed: "seed",
  parentId: null,
  sealed: false,
  drawn: false,
  conditions: "practice",
  state: "open",
  startedAt: "2025-03-01T10:00:00.123Z",
  endedAt: null,
  stageOrder: ["review", "repair"],
  stages: {
    review: {
      state: "graded",
      draft: { findings: ["one"] },
      revision: 2,
      grade: sampleGrade,
      replies: [{ value: { step: "offline", reason: "It timed out." } }],
      closedAt: "2025-03-01T10:05:00.000Z",
    },
    repair: { state: "open", draft: null, revision: 0, grade: null, replies: [], closedAt: null },
  },
  actions: [],
  clock: {
    timing: { activeMs: 1.5, pauses: [], perStageMs: { review: 1.5 } },
    stage: "repair",
    lastAt: 1_740_823_200_123,
    pausedAt: null,
  },
  hintsUsed: [],
  contests: [],
  ...over,
});
