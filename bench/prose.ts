import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCurriculum } from "@loopwright/content";
import { exemplarOf, gradeStage, type Drill, type KindModule, type Ports } from "@loopwright/core";

import { below, median, timed, type Figure } from "./table.ts";

const tracks = join(fileURLToPath(new URL("..", import.meta.url)), "tracks");
const kindId = "question";
const stage = "answer";
const words = 600;
const warmUps = 3;
const ports = { sandbox: {} } as Ports;

/** A 600-word answer graded as a learner's is: coverage, errors, style; no language model. */
export async function gradeProse(): Promise<Figure[]> {
  const curriculum = await loadCurriculum(tracks);
  const module = curriculum.kinds.get(kindId)!.module;
  const ids = [...curriculum.drills.values()].filter(({ meta }) => meta.kind === kindId);
  const drills: Drill[] = [];
  for (const { meta } of ids) drills.push((await curriculum.drill(meta.id)).drill);
  // The first passes compile the code and take the rubrics apart.
  const asked = drills.map((drill) => ({ drill, text: longAnswer(drill, module) }));
  for (const one of Array.from({ length: warmUps }, () => asked).flat())
    await gradeLong(one, module);
  const times: number[] = [];
  for (const one of asked) times.push(await timed(() => gradeLong(one, module)));
  const what = `a ${words}-word answer graded (${drills.length} questions`;
  return [
    below({ what: `${what}, median)`, value: median(times), below: 30, unit: "ms" }),
    below({ what: `${what}, slowest)`, value: Math.max(...times), below: 30, unit: "ms" }),
  ];
}

function longAnswer(drill: Drill, module: KindModule): string {
  const exemplar = exemplarOf(drill, module)?.stages[stage] as { text: string } | undefined;
  const said = exemplar?.text ?? "";
  const all = said.trim().split(/\s+/);
  return Array.from({ length: words }, (_, index) => all[index % all.length]).join(" ");
}

type Asked = { drill: Drill; text: string };

async function gradeLong({ drill, text }: Asked, module: KindModule): Promise<void> {
  const grade = await gradeStage({
    drill,
    module,
    stage,
    answer: { text },
    seed: "bench",
    actions: [],
    timing: null,
    earlier: {},
    ports,
  });
  if (grade.status !== "graded") throw new Error(grade.error.message);
}
