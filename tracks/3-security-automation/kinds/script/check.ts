import type { MaterialProblem } from "@loopwright/core";

import { exercises } from "../../exercises/index.ts";
import { toldTypes, type ScriptBrief } from "./brief.ts";
import type { ScriptKey } from "./key.ts";
import { checkTalk } from "./talk/check.ts";
import { readOutput } from "./runs/output.ts";

type Material = { brief: ScriptBrief; key: ScriptKey; stages: readonly string[] };

/** What schemas cannot see: an exercise that is not there, a criterion that no world bears on. */
export function checkMaterial({ brief, key, stages }: Material): MaterialProblem[] {
  const problems = checkTalk({ brief, key, stages });
  const add = (where: string, message: string) => problems.push({ where, message });
  const exercise = Object.hasOwn(exercises, brief.exercise) ? exercises[brief.exercise] : undefined;
  if (!exercise) add("brief.yaml exercise", `There is no exercise ${brief.exercise}.`);
  const traits = [brief.sample, ...key.worlds].flatMap((one) => one.traits);
  for (const trait of new Set(traits))
    if (exercise && !exercise.traits.includes(trait))
      add("answer/key.yaml worlds", `The exercise has no trait ${trait}.`);
  for (const { id, type } of brief.criteria) {
    const bears = key.worlds.some(({ tells }) => tells.includes(id));
    if (toldTypes.has(type) && !bears) add("answer/key.yaml worlds", `None tells ${id}.`);
    if (!toldTypes.has(type) && bears)
      add("answer/key.yaml worlds", `${id} is told by all of them.`);
    if (type === "budget" && !key.budget) add("answer/key.yaml budget", "It is not there.");
    if (!Object.hasOwn(key.about, id)) add("answer/key.yaml about", `Nothing is said about ${id}.`);
  }
  const ids = new Set(brief.criteria.map(({ id }) => id));
  for (const id of [...Object.keys(key.about), ...key.worlds.flatMap(({ tells }) => tells)])
    if (!ids.has(id)) add("answer/key.yaml", `There is no criterion ${id}.`);
  const example = exampleProblem(brief);
  if (example) add("brief.yaml output.example", example);
  return problems;
}

function exampleProblem({ output }: ScriptBrief): string | null {
  try {
    return readOutput(JSON.stringify(output.example), output).problem ?? null;
  } catch (error) {
    return `The schema cannot be read: ${(error as Error).message}.`;
  }
}
