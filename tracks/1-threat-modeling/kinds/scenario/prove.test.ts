import {
  gradeAnswer,
  type AnswerFile,
  type Drill,
  type KindModule,
  type Ports,
} from "@loopwright/core";
import { describe, expect, test } from "vitest";

import { materialOf, reference } from "./fixtures/model.ts";
import { designKey, safeDesign } from "./fixtures/design.ts";
import { files, updateBrief, updateKey } from "./fixtures/update.ts";
import { criteria, grade } from "./grade.ts";
import { kind } from "./kind.ts";
import { examples, prove } from "./prove.ts";
import { referenceAnswer } from "./proof/reference-answer.ts";

const ports = { sandbox: {} } as Ports;
type Over = Parameters<typeof materialOf>[0];
const modes: [string, Over][] = [
  ["model", {}],
  ["design", { brief: { mode: "design" }, key: designKey }],
  ["update", { brief: updateBrief, key: updateKey, files }],
];

/** The material with the answer that follows from its key as paraphrase and smallest answer. */
function sound(over: Over) {
  const material = materialOf(over);
  const answer = referenceAnswer(material);
  return { ...material, key: { ...material.key, paraphrase: answer, smallest: answer } };
}

async function unmet(material: ReturnType<typeof materialOf>, answer: AnswerFile) {
  const module = { kind, criteria, grade } as unknown as KindModule;
  const stages = Object.keys(answer.stages);
  const drill = { ...material, meta: { stages } } as unknown as Drill;
  const graded = await gradeAnswer({ drill, module, ports }, answer);
  return (
    graded.error ?? graded.criteria.filter(({ verdict }) => verdict !== "met").map(({ id }) => id)
  );
}

describe("the answer that follows from the key", () => {
  test.each(modes)("meets every criterion in mode %s", async (_mode, over) => {
    const material = materialOf(over);
    expect(await unmet(material, referenceAnswer(material))).toEqual([]);
  });

  test.each(modes)("everything at once and the echo fail in mode %s", async (_mode, over) => {
    const material = materialOf(over);
    for (const { answer, expect: must } of examples(material).wrong) {
      expect(await unmet(material, answer)).toEqual(expect.arrayContaining(must.fails));
    }
  });
});

const failing = async (over: Over, change: object = {}, exemplars: AnswerFile[] = []) => {
  const material = sound(over);
  const key = { ...material.key, ...change };
  const shown = exemplars.map((answer, index) => ({
    slug: `d${index}`,
    title: "",
    note: "",
    answer,
  }));
  const lines = await prove({ ...material, key, exemplars: shown, wrong: [], ports });
  return lines.filter(({ ok }) => !ok).map(({ what }) => what);
};

describe("what a scenario proves of itself", () => {
  const long = {
    stages: { ...referenceAnswer(materialOf()).stages, clarify: { scope: "x".repeat(2001) } },
    actions: [],
  };
  const sheet = { stages: { draw: { model: safeDesign } }, actions: [] };

  test.each(modes.filter(([mode]) => mode !== "design"))(
    "a sound one of mode %s proves all",
    async (_mode, over) => {
      expect(await failing(over)).toEqual([]);
    },
  );

  test.each<[string, Over, object, AnswerFile[], string[]]>([
    [
      "no paraphrase",
      {},
      { paraphrase: { stages: {}, actions: [] } },
      [],
      ["the paraphrase scores 85 or more"],
    ],
    [
      "a smallest answer that does not pass",
      {},
      { smallest: { stages: { draw: { model: reference } }, actions: [] } },
      [],
      ["the smallest answer passes"],
    ],
    [
      "a smallest answer of an hour",
      {},
      { smallest: long },
      [],
      ["the smallest answer needs at most 2000 keystrokes"],
    ],
    [
      "one design, and it is only drawn",
      { brief: { mode: "design" }, key: designKey },
      {},
      [sheet],
      ["design d0 scores 90 or more", "two different designs are shown"],
    ],
  ])("%s is told", async (_name, over, change, exemplars, lines) => {
    expect(await failing(over, change, exemplars)).toEqual(expect.arrayContaining(lines));
  });
});
