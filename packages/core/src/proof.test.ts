import { describe, expect, it } from "vitest";
import { z } from "zod";

import type { Drill, WrongAnswer } from "./drill.ts";
import { judge } from "./grade.ts";
import { defineKind, type Exemplar, type KindModule } from "./kind.ts";
import type { Ports } from "./ports.ts";
import { proveDrill } from "./proof.ts";

/** The answer is a number; code doubles it; the result must be the key's. */
const kind = defineKind({
  id: "toy",
  title: "Toy",
  brief: z.object({}),
  key: z.object({ result: z.number() }),
  stages: [{ id: "say", title: "Say", answer: z.number() }],
});
const plans = [
  { id: "right", title: "Right", weight: 9, essential: true },
  { id: "even", title: "Even", weight: 1, essential: false },
];

type GradeFn = (input: { answer: number; key: { result: number }; ports: Ports }) => unknown;

const honest: GradeFn = async ({ answer, key, ports }) => {
  const seen = await ports.sandbox.run({ language: "python", files: {}, input: answer });
  const findings = {
    right: { verdict: Math.round(Number(seen.result)) === key.result ? "met" : "missed" },
    even: { verdict: answer % 2 === 0 ? "met" : "missed" },
  } as const;
  return { criteria: judge(plans, findings), remarks: [], measures: [] };
};

let calls = 0;
const moody: GradeFn = async (input) => {
  const result = (await honest(input)) as { measures: unknown[] };
  const measures = [{ id: "mood", title: "Mood", value: ++calls, unit: "" }];
  return { ...result, measures };
};

const moduleOf = (grade: GradeFn): KindModule =>
  ({ kind, criteria: () => plans, grade, reveal: () => null }) as unknown as KindModule;

const ports: Ports = {
  sandbox: {
    run: async ({ input }) => ({
      end: "finished",
      result: Number(input) * 2,
      stdout: "",
      stderr: "",
      calls: [],
    }),
    open: async () => ({ send: async () => Promise.reject(), close: async () => {} }),
  },
};

const answer = (slug: string, number: unknown): Exemplar => ({
  slug,
  title: slug,
  note: "",
  answer: { stages: { say: number as never }, actions: [] },
});
const wrong = (number: number, fails: string[], meets: string[] = []): WrongAnswer => ({
  ...answer("wrong", number),
  expect: { belief: "It seemed right.", fails, meets },
});

const drill = (exemplars: Exemplar[]): Drill => ({
  id: "a",
  trackId: "1-one",
  meta: {
    id: "a",
    format: 1,
    kind: "toy",
    title: "A drill",
    level: 1,
    size: "full",
    minutes: { aim: 1, limit: 2 },
    languages: [],
    concepts: ["x"],
    prerequisites: [],
    core: false,
    status: "draft",
  },
  brief: {},
  text: "",
  tasks: [],
  hints: [],
  files: {},
  key: { result: 8 },
  exemplars,
  hash: "h",
});

type Case = { exemplar?: unknown; wrong?: WrongAnswer[]; foreign?: unknown; grade?: GradeFn };

const broken = async ({ exemplar = 4, wrong: answers, foreign = 3, grade = honest }: Case) => {
  const lines = await proveDrill({
    drill: drill([answer("one", exemplar)]),
    wrong: answers ?? [wrong(6, ["right"], ["even"])],
    module: moduleOf(grade),
    ports,
    foreign: [answer("foreign", foreign).answer],
  });
  return lines.filter(({ ok }) => !ok).map(({ what }) => what);
};

describe("a proof", () => {
  it.each<[string, Case, RegExp | null]>([
    ["holds for a right drill", {}, null],
    ["fails for an exemplar that is wrong", { exemplar: 6 }, /^exemplar one/],
    ["fails for an exemplar of another shape", { exemplar: "4" }, /^exemplar one/],
    ["fails for a wrong answer that passes", { wrong: [wrong(4, ["right"])] }, /^wrong answer/],
    [
      "fails for one that fails elsewhere too",
      { wrong: [wrong(5, ["right"], ["even"])] },
      /^wrong answer/,
    ],
    ["fails for one that names no criterion", { wrong: [wrong(6, ["rigth"])] }, /^wrong answer/],
    ["fails for one that passes all the same", { wrong: [wrong(3.9, ["even"])] }, /^wrong answer/],
    ["fails without a wrong answer", { wrong: [] }, /has a wrong answer/],
    ["fails where another drill's exemplar scores", { foreign: 4 }, /another drill scores/],
    ["fails for a grader that is not deterministic", { grade: moody }, /grading again/],
  ])("%s", async (_name, given, what) => {
    const failed = await broken(given);
    expect(failed).toEqual(
      what === null ? [] : expect.arrayContaining([expect.stringMatching(what)]),
    );
  });

  it("takes what the kind has to prove besides", async () => {
    const prove = async () => [{ what: "of its own", ok: false, detail: "" }];
    const module = { ...moduleOf(honest), prove } as unknown as KindModule;
    const given = { drill: drill([answer("one", 4)]), wrong: [], module, ports, foreign: [] };
    expect(await proveDrill(given)).toContainEqual({ what: "of its own", ok: false, detail: "" });
  });
});
