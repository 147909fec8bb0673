import type { MaterialProblem } from "@loopwright/core";

import type { ScenarioBrief } from "./brief.ts";
import { checkUpdate } from "./check-update.ts";
import { hear } from "../clarify/hear.ts";
import { readDrawing } from "../drawing/read.ts";
import type { ScenarioKey } from "./key.ts";
import { placesFor } from "./limits.ts";

export type Material = {
  brief: ScenarioBrief;
  /** brief.md */
  text: string;
  files: Readonly<Record<string, string>>;
  key: ScenarioKey;
  /** Of drill.yaml, all of the kind's where it names none. */
  stages?: readonly string[];
};

const keyFile = "answer/key.yaml";
export const inKey = (field: string, message: string): MaterialProblem => {
  return { where: `${keyFile} ${field}`, message };
};

/** What schemas cannot see: ids that lead nowhere, a reference that cannot be read. Pure. */
export function checkMaterial(material: Material): MaterialProblem[] {
  return [
    ...checkStages(material),
    ...checkReference(material),
    ...checkThreats(material),
    ...checkRank(material),
    ...checkTopics(material),
    ...checkProperties(material),
    ...checkUpdate(material),
  ];
}

const optionalStages = ["clarify", "rank", "summary"] as const;

function checkStages({ key, stages }: Material): MaterialProblem[] {
  if (!stages) return [];
  const odd = optionalStages.filter((one) => stages.includes(one) !== (key[one] !== undefined));
  const missing = ["draw", "threats"].filter((one) => !stages.includes(one));
  return [
    ...odd.map((one) =>
      inKey(one, stages.includes(one) ? `the drill has this stage` : `the drill has no such stage`),
    ),
    ...missing.map((one) => ({ where: "drill.yaml stages", message: `every drill has ${one}` })),
  ];
}

function checkReference({ brief, key }: Material): MaterialProblem[] {
  const { model, problems } = readDrawing(key.reference);
  const ids = new Set(model.elements.map(({ id }) => id));
  const lost = (field: string, id: string) =>
    ids.has(id) ? [] : [inKey(field, `there is no element “${id}” in the reference`)];
  return [
    ...problems.map(({ where, message }) => inKey("reference", `${where}: ${message}`)),
    ...(model.threats.length > 0 && brief.mode !== "update"
      ? [inKey("reference", "threats stand in the key alone")]
      : []),
    ...(model.flows.length === 0 ? [inKey("reference", "it has no flow")] : []),
    ...Object.keys(key.synonyms).flatMap((id) => lost(`synonyms.${id}`, id)),
    ...key.optional.flatMap((id, index) => lost(`optional.${index}`, id)),
  ];
}

function checkThreats({ key }: Material): MaterialProblem[] {
  const { model } = readDrawing(key.reference);
  const places = new Set([
    ...[...model.elements, ...model.flows].map(({ id }) => id),
    ...Object.keys(key.roles),
  ]);
  const ids = key.threats.map(({ id }) => id);
  return key.threats.flatMap(({ id, at }, index) => [
    ...(ids.indexOf(id) < index ? [inKey(`threats.${index}.id`, `the id ${id} is taken`)] : []),
    ...at
      .filter((place) => !places.has(place))
      .map((place) =>
        inKey(
          `threats.${index}.at`,
          `“${place}” is no element, flow or role: ${[...places].join(", ")}`,
        ),
      ),
  ]);
}

function checkRank({ key: { rank, threats }, stages }: Material): MaterialProblem[] {
  if (!rank) return [];
  const ids = new Set(threats.map(({ id }) => id));
  const places = Math.min(stages ? placesFor(stages) : rank.sample.top.length, ids.size);
  const unknown = rank.defensible.filter((id) => !ids.has(id));
  const stray = rank.sample.top.filter(({ threat }) => !rank.defensible.includes(threat));
  return [
    ...unknown.map((id) => inKey("rank.defensible", `there is no threat “${id}”`)),
    ...(rank.sample.top.length === places
      ? []
      : [inKey("rank.sample.top", `the learner is asked for ${places}`)]),
    ...stray.map(({ threat }) => inKey("rank.sample.top", `“${threat}” is not defensible`)),
  ];
}

function checkTopics({ key: { clarify }, text }: Material): MaterialProblem[] {
  return (clarify?.topics ?? []).flatMap(({ id, ask }, index) => {
    const { topics } = hear(ask, clarify!.topics, text);
    if (topics.some((one) => one.id === id)) return [];
    return [inKey(`clarify.topics.${index}.ask`, "asked so, the interviewer does not hear it")];
  });
}

function checkProperties({ brief, key }: Material): MaterialProblem[] {
  const named = new Set(rolesIn(key.properties));
  const lost = [...named].filter((role) => key.roles[role] === undefined);
  const none = brief.mode !== "model" && key.properties.length === 0;
  return [
    ...lost.map((role) => inKey("properties", `there is no role “${role}”`)),
    ...(none ? [inKey("properties", `mode ${brief.mode} is graded by properties`)] : []),
  ];
}

/** Every `role` of every selector, wherever it stands. */
function rolesIn(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === "role" && typeof one === "string" ? [one] : rolesIn(one),
  );
}
