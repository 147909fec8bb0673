import { describe, expect, it } from "vitest";
import { z } from "zod";

import { attempt as attemptSchema, type Attempt } from "./attempt.ts";
import * as steps from "./attempt-steps.ts";
import { answerShownAt, outcomeOf, provesReadiness } from "./attempt-grade.ts";
import type { DrillMeta } from "./drill.ts";
import type { Grade, Verdict } from "./grade.ts";
import { defineKind } from "./kind.ts";
import { interviewPauseMs } from "./timing.ts";

const kind = defineKind({
  id: "toy",
  title: "Toy",
  brief: z.object({}),
  key: z.object({}),
  stages: [
    { id: "look", title: "Look", answer: z.string() },
    { id: "mend", title: "Mend", answer: z.string(), timed: false },
  ],
});
const meta: DrillMeta = {
  id: "a-drill",
  format: 1,
  kind: "toy",
  title: "A drill",
  level: 2,
  size: "full",
  minutes: { aim: 5, limit: 10 },
  languages: [],
  concepts: ["one"],
  prerequisites: [],
  core: false,
  status: "reviewed",
};
const begin = (over: Partial<Parameters<typeof steps.beginAttempt>[0]> = {}): Attempt =>
  steps.beginAttempt({
    id: "t1",
    learnerId: "local",
    drill: { id: meta.id, hash: "h", meta },
    kind,
    conditions: "practice",
    seed: "s",
    now: 0,
    ...over,
  });
const graded = (verdict: Verdict): Grade => ({
  status: "graded",
  criteria: [{ id: "c", title: "C", weight: 1, essential: true, verdict, evidence: [] }],
  remarks: [],
  measures: [],
});
const failed: Grade = { status: "error", error: { code: "internal", message: "m", next: "n" } };
const close = (attempt: Attempt, stage: string, grade = graded("met"), now = 1000) =>
  steps.closeStage(attempt, { stage, grade, answer: "answer", now });

describe("an attempt", () => {
  it("is what the schema says, at every step", () => {
    const all = [begin(), close(begin(), "look"), close(close(begin(), "look"), "mend")];
    for (const one of all) expect(attemptSchema.parse(one)).toEqual(one);
  });

  it("goes through its stages in order and ends after the last", () => {
    const first = close(begin(), "look");
    expect([first.state, steps.currentStage(first), first.clock.stage]).toEqual([
      "open",
      "mend",
      "mend",
    ]);
    const last = close(first, "mend", graded("met"), 2000);
    expect([last.state, steps.currentStage(last), last.endedAt]).toEqual([
      "graded",
      null,
      "1970-01-01T00:00:02.000Z",
    ]);
  });

  it("holds only the stages that the drill names", () => {
    const drill = { id: meta.id, hash: "h", meta: { ...meta, stages: ["mend"] } };
    expect(begin({ drill }).stageOrder).toEqual(["mend"]);
  });

  it("stays on a stage whose grading failed, with the answer kept", () => {
    const after = close(begin(), "look", failed);
    expect(steps.currentStage(after)).toBe("look");
    expect(after.stages.look?.draft).toBe("answer");
  });

  it.each<[string, (attempt: Attempt) => Attempt, string]>([
    ["a later stage first", (a) => close(a, "mend"), "stage-order"],
    ["a stage twice", (a) => close(close(a, "look"), "look"), "stage-order"],
    ["an unknown stage", (a) => close(a, "toString"), "not-found"],
    [
      "a draft after the end",
      (a) => steps.saveDraft(steps.giveUp(a, 1), { stage: "look", draft: 1, revision: 0 }),
      "attempt-closed",
    ],
    [
      "a stale draft",
      (a) => steps.saveDraft(a, { stage: "look", draft: 1, revision: 7 }),
      "conflict",
    ],
    ["giving up twice", (a) => steps.giveUp(steps.giveUp(a, 1), 2), "attempt-closed"],
    ["a hint too many", (a) => steps.takeHint(a, { task: 1, available: 0, now: 1 }), "not-found"],
    [
      "a contest of nothing",
      (a) =>
        steps.addContest(a, {
          stage: "look",
          criterion: "c",
          claim: "made",
          note: "",
          at: "1970-01-01T00:00:00Z",
        }),
      "not-found",
    ],
    [
      "an action out of turn",
      (a) => steps.appendAction(a, { seq: 2, atMs: 0, body: 1, replies: [] }),
      "conflict",
    ],
  ])("refuses %s", (_name, act, code) => {
    expect(() => act(begin())).toThrow(expect.objectContaining({ code }));
  });

  it.each([["look", "mend"], ["mend"]])("ends a pause when %s is handed in", (...order) => {
    const drill = { id: meta.id, hash: "h", meta: { ...meta, stages: order } };
    const hour = 3_600_000;
    const paused = steps.pauseAttempt(begin({ drill, conditions: "interview" }), 1000);
    const { clock } = close(paused, order[0], graded("met"), hour);
    expect(clock.timing.perStageMs).toEqual({ [order[0]]: hour - interviewPauseMs });
  });

  it("gives no hints under interview conditions", () => {
    const strict = begin({ conditions: "interview" });
    expect(() => steps.takeHint(strict, { task: 1, available: 3, now: 1 })).toThrow(
      expect.objectContaining({ code: "not-allowed" }),
    );
  });

  it("counts drafts up", () => {
    const once = steps.saveDraft(begin(), { stage: "look", draft: "a", revision: 0 });
    const twice = steps.saveDraft(once, { stage: "look", draft: "b", revision: 1 });
    expect(twice.stages.look).toMatchObject({ draft: "b", revision: 2 });
  });

  it("keeps one contest per criterion and leaves the verdict alone", () => {
    const done = close(begin(), "look", graded("missed"));
    const contest = {
      stage: "look",
      criterion: "c",
      claim: "valid",
      note: "x",
      at: "1970-01-01T00:00:00Z",
    } as const;
    const after = steps.addContest(steps.addContest(done, contest), { ...contest, note: "y" });
    expect(after.contests).toEqual([{ ...contest, note: "y" }]);
    expect(after.stages).toEqual(done.stages);
  });
});

describe("an answer is shown", () => {
  const at = (ms: number) => new Date(ms).toISOString();
  const looked = close(begin(), "look", graded("missed"), 1000);
  const skipped = steps.skipStage(begin(), { stage: "look", grade: graded("missed"), now: 3000 });
  it.each<[string, Attempt, boolean, string | null]>([
    ["not before a stage is over", begin(), false, null],
    ["with the first stage that is over", looked, false, at(1000)],
    ["by skipping", skipped, false, at(3000)],
    ["by giving up", steps.giveUp(begin(), 2000), false, at(2000)],
    ["not by a grade that failed", close(begin(), "look", failed), false, null],
    ["to nobody who had found it", close(looked, "mend"), true, null],
  ])("%s", (_name, attempt, passed, shownAt) => {
    expect(answerShownAt(attempt, passed)).toBe(shownAt);
  });
});

describe("outcome", () => {
  const finish = (verdict: Verdict, over = {}) =>
    close(close(begin(over), "look", graded(verdict)), "mend");

  it("passes only when over, and counts timed stages only", () => {
    const half = close(begin(), "look");
    expect(outcomeOf(half, kind)).toMatchObject({ passed: false, timedMs: 1000 });
    expect(outcomeOf(close(half, "mend", graded("met"), 5000), kind)).toMatchObject({
      passed: true,
      timedMs: 1000,
      range: { low: 100, high: 100 },
    });
    expect(outcomeOf(finish("partly"), kind).blockedBy).toEqual(["c"]);
  });

  const interview = { conditions: "interview" } as const;
  const hinted = { ...finish("met", interview), hintsUsed: [{ task: 1, index: 0 }] };
  it.each<[string, Attempt, { passed?: boolean; reviewed?: boolean; shownAt?: string[] }, string]>([
    ["a clean pass", finish("met", interview), {}, "passed under"],
    ["practice", finish("met"), {}, "practice conditions"],
    ["hints", hinted, {}, "hints were used"],
    ["an open attempt", begin(interview), {}, "not finished"],
    ["a shown answer", steps.giveUp(begin(interview), 1), {}, "answer was shown"],
    ["a fail", finish("missed", interview), { passed: false }, "not passed"],
    ["a draft drill", finish("met", interview), { reviewed: false }, "is a draft"],
    [
      "shown 13 days before",
      finish("met", { ...interview, now: 13 * 86_400_000 }),
      { shownAt: ["1970-01-01T00:00:00Z"] },
      "less than 14 days",
    ],
    [
      "shown 15 days before",
      finish("met", { ...interview, now: 15 * 86_400_000 }),
      { shownAt: ["1970-01-01T00:00:00Z"] },
      "passed under",
    ],
    [
      "shown in another attempt meanwhile",
      finish("met", interview),
      { shownAt: ["1970-01-01T00:00:00.500Z"] },
      "while it was open",
    ],
    [
      "shown afterwards",
      finish("met", interview),
      { shownAt: ["1970-01-02T00:00:00Z"] },
      "passed under",
    ],
  ])("readiness: %s", (_name, attempt, given, because) => {
    const proof = provesReadiness(attempt, { passed: true, reviewed: true, shownAt: [], ...given });
    expect(proof.because).toContain(because);
    expect(proof.counts).toBe(because === "passed under");
  });
});
