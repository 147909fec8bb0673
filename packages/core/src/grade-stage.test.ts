import { describe, expect, it } from "vitest";
import { z } from "zod";

import type { Drill } from "./drill.ts";
import { gradeStage, skippedGrade } from "./grade-stage.ts";
import type { Criterion, Verdict } from "./grade.ts";
import type { Json } from "./json.ts";
import { defineKind, type KindModule, type StageResult } from "./kind.ts";
import type { Ports } from "./ports.ts";

const kind = defineKind({
  id: "toy",
  title: "Toy",
  brief: z.object({}),
  key: z.object({}),
  stages: [
    { id: "look", title: "Look", answer: z.strictObject({ text: z.string() }) },
    { id: "mend", title: "Mend", answer: z.strictObject({}), timed: false },
  ],
});
const plan = { id: "found", title: "Found", weight: 2, essential: true };
const judged = (verdict: Verdict, over: Partial<Criterion> = {}): Criterion => ({
  ...plan,
  verdict,
  evidence: [],
  ...over,
});
const giving = (result: () => StageResult): KindModule => ({
  kind,
  criteria: () => [plan],
  grade: result,
  reveal: () => null,
});
const resultOf = (...criteria: Criterion[]): StageResult => ({
  criteria,
  remarks: [],
  measures: [],
});

const drill: Drill = {
  id: "a-drill",
  trackId: "1-one",
  meta: {
    id: "a-drill",
    format: 1,
    kind: "toy",
    title: "A drill",
    level: 1,
    size: "full",
    minutes: { aim: 5, limit: 10 },
    languages: [],
    concepts: ["one"],
    prerequisites: [],
    core: false,
    status: "reviewed",
  },
  brief: {},
  text: "",
  tasks: [],
  hints: [],
  files: {},
  key: {},
  exemplars: [],
  hash: "h",
};
const minute = 60_000;

type Over = { module?: KindModule; stage?: string; answer?: unknown; lookMs?: number | null };

const graded = ({ module, stage = "look", answer = { text: "x" }, lookMs = minute }: Over) =>
  gradeStage({
    drill,
    module: module ?? giving(() => resultOf(judged("met"))),
    stage,
    answer: answer as never,
    seed: "s",
    actions: [],
    timing:
      lookMs === null
        ? null
        : { activeMs: lookMs, pauses: [], perStageMs: { look: lookMs, mend: 99 * minute } },
    earlier: {},
    ports: {} as Ports,
  });

const timeOf = async (over: Over): Promise<Criterion | undefined> => {
  const grade = await graded(over);
  return grade.status === "graded" ? grade.criteria.find(({ id }) => id === "time") : undefined;
};

describe("the time criterion", () => {
  it.each<[string, Over, Verdict | undefined]>([
    ["inside the limit", { lookMs: 10 * minute }, "met"],
    ["up to half over it", { lookMs: 15 * minute }, "partly"],
    ["beyond that", { lookMs: 15 * minute + 1 }, "missed"],
    ["quick, with nothing reached", { module: giving(() => resultOf(judged("missed"))) }, "missed"],
    ["quick, with something in part", { module: giving(() => resultOf(judged("partly"))) }, "met"],
    ["without timing, as for an answer file", { lookMs: null }, undefined],
    ["on a stage that is not timed", { stage: "mend", answer: {} }, undefined],
  ])("%s", async (_name, over, verdict) => {
    expect((await timeOf(over))?.verdict).toBe(verdict);
  });
});

describe("gradeStage", () => {
  it("hands in what was submitted before, and leaves out what no longer fits", async () => {
    const seen: unknown[] = [];
    const module = giving(() => resultOf(judged("met")));
    const grade = (input: { answers: unknown }) => {
      seen.push(input.answers);
      return resultOf(judged("met"));
    };
    const common = { drill, stage: "mend", answer: {}, seed: "s", actions: [], timing: null };
    const given = { ...common, module: { ...module, grade: grade as never }, earlier: {} };
    const looks: Json[] = [{ text: "x" }, { words: "x" }];
    for (const look of looks) {
      await gradeStage({ ...given, answers: { look }, ports: {} as Ports });
    }
    expect(seen).toEqual([{ look: { text: "x" } }, {}]);
  });

  it.each<[string, () => StageResult]>([
    ["drops a criterion", () => resultOf()],
    ["changes a weight", () => resultOf(judged("met", { weight: 9 }))],
    ["makes an essential one optional", () => resultOf(judged("met", { essential: false }))],
    ["returns a criterion twice", () => resultOf(judged("met"), judged("met"))],
    [
      "throws",
      () => {
        throw new Error("a fault of ours");
      },
    ],
  ])("gives no verdict where the grader %s", async (_name, result) => {
    expect(await graded({ module: giving(result) })).toMatchObject({
      status: "error",
      error: { code: "internal" },
    });
  });

  it("takes criteria that only the answer brought up", async () => {
    const extra = judged("missed", { id: "extra" });
    const grade = await graded({ module: giving(() => resultOf(judged("met"), extra)) });
    expect(grade).toMatchObject({ status: "graded", criteria: [{}, { id: "extra" }, {}] });
  });

  it("refuses an answer that does not fit, naming the field", async () => {
    await expect(graded({ answer: { text: 7 } })).rejects.toMatchObject({
      code: "invalid-answer",
      where: "stages.look.text",
    });
  });

  it("misses every criterion of a skipped stage without running the grader", () => {
    const module = giving(() => {
      throw new Error("must not run");
    });
    expect(skippedGrade(drill, module, "look")).toMatchObject({
      criteria: [{ id: "found", verdict: "missed" }],
    });
  });
});
