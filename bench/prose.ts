import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCurriculum } from "@loopwright/content";
import { exemplarOf, gradeStage, type Drill, type KindModule, type Ports } from "@loopwright/core";

import { below, median, timed, type Figure } from "./table.ts";

const tracks = join(fileURLToPath(new URL("..", import.meta.url)), "tracks");
const kindId = "question";
const stage = "answer";
const words = 600;
const ports = { sandbox: {} } as Ports;

/** A 600-word answer graded as a learner's is: coverage, errors, style; no language model. */
export async function gradeProse(): Promise<Figure[]> {
  const curriculum = await loadCurriculum(tracks);
  const module = curriculum.kinds.get(kindId)!.module;
  const ids = [...curriculum.drills.values()].filter(({ meta }) => meta.kind === kindId);
  const drills: Drill[] = [];
  for (const { meta } of ids) drills.push((await curriculum.drill(meta.id)).drill);
  // The first pass compiles and takes the rubrics apart, as the first answer of a session does.
  for (const drill of drills) await gradeLong(drill, module);
  const times: number[] = [];
  for (const drill of drills) times.push(await timed(() => gradeLong(drill, module)));
  const what = `a ${words}-word answer graded (${drills.length} questions`;
  return [
    below({ what: `${what}, median)`, value: median(times), below: 30, unit: "ms" }),
    below({ what: `${what}, slowest)`, value: Math.max(...times), below: 30, unit: "ms" }),
  ];
}

async function gradeLong(drill: Drill, module: KindModule): Promise<void> {
  const exemplar = exemplarOf(drill, module)?.stages[stage] as { text: string } | undefined;
  const said = exemplar?.text ?? "";
  const all = Array.from({ length: words }, () => said)
    .join(" ")
    .split(/\s+/);
  const answer = { text: all.slice(0, words).join(" ") };
  const grade = await gradeStage({
    drill,
    module,
    stage,
    answer,
    seed: "bench",
    actions: [],
    timing: null,
    earlier: {},
    ports,
  });
  if (grade.status !== "graded") throw new Error(grade.error.message);
}
