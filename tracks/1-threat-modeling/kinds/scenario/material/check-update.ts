import type { MaterialProblem } from "@loopwright/core";
import { lists } from "@loopwright/threat-model";

import { inKey, type Material } from "./check.ts";
import { damageOf } from "../design/damage.ts";
import { readDrawing } from "../drawing/read.ts";
import { decide } from "../design/properties.ts";

/** Mode update: the model as it stands can be read, lacks what the change asks for, and survives the reference. */
export function checkUpdate({ brief, files, key }: Material): MaterialProblem[] {
  if (brief.mode !== "update" || brief.model === undefined) return [];
  const text = files[brief.model];
  if (text === undefined) {
    return [{ where: "brief.yaml model", message: `${brief.model} is not in files/` }];
  }
  const { model, problems } = readDrawing(text);
  const reference = readDrawing(key.reference).model;
  const known = new Set(lists.flatMap((list) => model[list].map(({ id }) => id)));
  const kept = [...key.keep.mayChange, ...key.keep.mayRemove].filter((id) => !known.has(id));
  const early = key.properties.filter((one) => decide(one, model, key.roles).state === "holds");
  return [
    ...problems.map(({ where, message }) => ({ where: `files/${brief.model} ${where}`, message })),
    ...kept.map((id) => inKey("keep", `there is no “${id}” in the model as it stands`)),
    ...early.map(({ id }) => inKey("properties", `“${id}” holds before anything is changed`)),
    ...damageOf(model, reference, key.keep).map(({ id, what }) =>
      inKey("reference", `“${id}”: ${what}; name it under keep`),
    ),
  ];
}
