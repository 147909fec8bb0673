import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as wait } from "node:timers/promises";

import { loadCurriculum } from "@loopwright/content";
import { gradeStage, type Drill, type Grade, type Json, type KindModule } from "@loopwright/core";
import { createSandbox, type Sandbox } from "@loopwright/sandbox";

import { below, median, timed, type Figure } from "./table.ts";

const tracks = join(fileURLToPath(new URL("..", import.meta.url)), "tracks");
const drillId = "order-api";
const stage = "repair";

type Subject = { drill: Drill; module: KindModule; answer: Json };

async function subject(): Promise<Subject> {
  const curriculum = await loadCurriculum(tracks);
  const { drill } = await curriculum.drill(drillId);
  const answer = drill.exemplars.find((one) => stage in one.answer.stages)?.answer.stages[stage];
  return { drill, module: curriculum.kinds.get(drill.meta.kind)!.module, answer: answer ?? null };
}

const grade = (sandbox: Sandbox, { drill, module, answer }: Subject): Promise<Grade> =>
  gradeStage({
    drill,
    module,
    stage,
    answer,
    seed: "bench",
    actions: [],
    timing: null,
    earlier: {},
    ports: { sandbox },
  });

const allMet = (one: Grade): boolean =>
  one.status === "graded" && one.criteria.every(({ verdict }) => verdict === "met");

/** Job to grade with an interpreter waiting, as when a learner submits. */
export async function gradeRepairs(): Promise<Figure[]> {
  const sandbox = await createSandbox();
  const given = await subject();
  const times: number[] = [];
  let right = true;
  for (let round = 0; round < 15; round++) {
    await wait(1500);
    let graded: Grade | undefined;
    times.push(await timed(async () => (graded = await grade(sandbox, given))));
    right &&= graded !== undefined && allMet(graded);
  }
  await sandbox.close();
  const figure = below({
    what: "job to graded Python repair, warm, median of 15",
    value: median(times),
    below: 300,
    unit: "ms",
  });
  return [{ ...figure, held: figure.held && right }];
}

/** Twenty at once: more than wait warm, so that most of them queue. */
export async function queueOfRepairs(): Promise<Figure[]> {
  const sandbox = await createSandbox();
  const given = await subject();
  await wait(1500);
  let grades: Grade[] = [];
  const ms = await timed(async () => {
    grades = await Promise.all(Array.from({ length: 20 }, () => grade(sandbox, given)));
  });
  await sandbox.close();
  const failed = grades.filter((one) => !allMet(one)).length;
  return [
    {
      what: "20 repairs queued at once, failed",
      value: String(failed),
      aim: "0",
      held: failed === 0,
    },
    {
      what: "20 repairs queued at once, in all",
      value: `${(ms / 1000).toFixed(1)} s`,
      aim: "none",
      held: true,
    },
  ];
}
