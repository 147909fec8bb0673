import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCurriculum } from "@loopwright/content";
import { gradeStage, type Drill, type Grade, type Json, type KindModule } from "@loopwright/core";
import type { Sandbox } from "@loopwright/sandbox";

const tracks = join(fileURLToPath(new URL("..", import.meta.url)), "tracks");

export type Subject = { drill: Drill; module: KindModule; stage: string; answer: Json };

/** Every drill of a kind with an exemplar for the stage, and the first of these. */
export async function subjects(kind: string, stage: string): Promise<Subject[]> {
  const curriculum = await loadCurriculum(tracks);
  const found: Subject[] = [];
  for (const { meta } of curriculum.drills.values()) {
    if (meta.kind !== kind) continue;
    // One that does not load is for `npm run check` to tell.
    const drill = await curriculum.drill(meta.id).then(
      (one) => one.drill,
      () => null,
    );
    if (drill === null) continue;
    const exemplar = drill.exemplars.find(({ answer }) => stage in answer.stages);
    const answer = exemplar?.answer.stages[stage];
    const { module } = curriculum.kinds.get(meta.kind)!;
    if (answer !== undefined) found.push({ drill, module, stage, answer });
  }
  return found;
}

export const grade = (sandbox: Sandbox, subject: Subject): Promise<Grade> =>
  gradeStage({
    ...subject,
    seed: "bench",
    actions: [],
    timing: null,
    earlier: {},
    ports: { sandbox },
  });

export const allMet = (one: Grade): boolean =>
  one.status === "graded" && one.criteria.every(({ verdict }) => verdict === "met");
