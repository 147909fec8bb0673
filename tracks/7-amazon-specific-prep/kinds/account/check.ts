import { credentialOfStart, problemOfWorld } from "@loopwright/aws/checks";
import type { MaterialProblem } from "@loopwright/core";

import type { AccountBrief } from "./brief.ts";
import type { AccountKey } from "./key.ts";

type Material = { brief: AccountBrief; key: AccountKey; stages: readonly string[] };

/** What schemas cannot see: a world that does not build, a seat that nobody can take, a goal without checks. */
export function checkMaterial({ brief, key, stages }: Material): MaterialProblem[] {
  const problems: MaterialProblem[] = [];
  const add = (where: string, message: string) => problems.push({ where, message });
  const broken = problemOfWorld(key.world);
  if (broken) add("answer/world.yaml", `${broken.where}: ${broken.message}`);
  for (const stage of stages as ("reach" | "close")[]) {
    const seat = brief.seats[stage];
    if (!seat) add("brief.yaml seats", `The stage ${stage} has no seat.`);
    else if (!broken && !credentialOfStart(key.world, seat.as))
      add(`brief.yaml seats.${stage}`, `${seat.as} has no credential in the world.`);
    if (!brief.goals.some((goal) => goal.stage === stage))
      add("brief.yaml goals", `The stage ${stage} has no goal.`);
  }
  const ids = new Set(brief.goals.map(({ id }) => id));
  if (ids.size < brief.goals.length) add("brief.yaml goals", "An id stands twice.");
  const checked = new Set(key.goals.map(({ goal }) => goal));
  for (const id of ids) {
    if (!checked.has(id)) add("answer/key.yaml goals", `The goal ${id} has no checks.`);
    if (!Object.hasOwn(key.about, id)) add("answer/key.yaml about", `Nothing is said about ${id}.`);
  }
  for (const id of [...checked, ...Object.keys(key.about)])
    if (!ids.has(id)) add("answer/key.yaml", `There is no goal ${id}.`);
  return problems;
}
