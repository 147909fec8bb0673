import { AppError } from "@loopwright/core";
import type { z } from "zod";

import { freshId } from "./ids.ts";
import * as shape from "./model.ts";
import { lists, type Decision, type ListName, type Model } from "./model.ts";
import { idsIn, references, type Part } from "./references.ts";
import { zoneInside } from "./zones.ts";

/**
 * Edits take a model and give the next one; the one before stays as it was. A whole model stays whole: a
 * reference that leads nowhere is left out, and a move that would close a ring of zones is not made.
 */

type New<Shape extends z.ZodType> = Omit<z.input<Shape>, "id"> & { id?: string };
type Added = { model: Model; id: string };
type Item<List extends ListName> = Model[List][number];

export const allIds = (model: Model): Set<string> => idsIn(model, lists);

export const addZone = (model: Model, fields: New<typeof shape.zone>): Added =>
  add(model, "zones", filled(shape.zone, { ...fields, id: idOf(model, fields, fields.name) }));

export const addElement = (model: Model, fields: New<typeof shape.element>): Added =>
  add(
    model,
    "elements",
    filled(shape.element, { ...fields, id: idOf(model, fields, fields.name) }),
  );

/** Its id comes from its ends, so that typed lines need not write it. Both ends have to be there. */
export function addFlow(model: Model, fields: New<typeof shape.flow>): Added {
  const known = idsIn(model, ["elements"]);
  const missing = [fields.source, fields.target].find((end) => !known.has(end));
  if (missing !== undefined)
    throw new AppError("invalid-input", {
      message: `A flow needs two elements, and ${missing} is none.`,
      next: "Add the element first.",
      where: missing,
    });
  const id = idOf(model, fields, `${fields.source}-${fields.target}`);
  return add(model, "flows", filled(shape.flow, { ...fields, id }));
}

export const addData = (model: Model, fields: New<typeof shape.dataAsset>): Added =>
  add(model, "data", filled(shape.dataAsset, { ...fields, id: idOf(model, fields, fields.name) }));

export const addThreat = (model: Model, fields: New<typeof shape.threat>): Added =>
  add(model, "threats", filled(shape.threat, { ...fields, id: numbered(model, fields, "t") }));

export const addMitigation = (model: Model, fields: New<typeof shape.mitigation>): Added =>
  add(
    model,
    "mitigations",
    filled(shape.mitigation, { ...fields, id: numbered(model, fields, "m") }),
  );

export const addAssumption = (model: Model, fields: New<typeof shape.assumption>): Added =>
  add(
    model,
    "assumptions",
    filled(shape.assumption, { ...fields, id: numbered(model, fields, "a") }),
  );

export function update<List extends ListName>(
  model: Model,
  list: List,
  change: { id: string; patch: Partial<Omit<Item<List>, "id">> },
): Model {
  const parts: readonly Item<List>[] = model[list];
  const next = parts.map((part) =>
    part.id === change.id
      ? whole(model, list, { before: part, after: { ...part, ...change.patch, id: part.id } })
      : part,
  );
  return { ...model, [list]: next };
}

/** What a part is called: its name, a threat's title, the text of an assumption or a mitigation. */
export function rename(model: Model, id: string, name: string): Model {
  const list = lists.find((one) => model[one].some((part) => part.id === id));
  if (list === undefined) return model;
  const field =
    list === "threats"
      ? "title"
      : list === "assumptions" || list === "mitigations"
        ? "text"
        : "name";
  const parts: readonly Part[] = model[list];
  return {
    ...model,
    [list]: parts.map((part) => (part.id === id ? { ...part, [field]: name } : part)),
  };
}

/** Elements and zones into a zone, or out of all with null. */
export function moveInto(model: Model, ids: readonly string[], zone: string | null): Model {
  const moved = new Set(ids);
  if (zone !== null) {
    if (!model.zones.some(({ id }) => id === zone)) return model;
    if (ids.some((one) => zoneInside(model, zone, one))) return model;
  }
  return {
    ...model,
    zones: model.zones.map((one) => (moved.has(one.id) ? { ...one, parent: zone } : one)),
    elements: model.elements.map((one) => (moved.has(one.id) ? { ...one, zone } : one)),
  };
}

/** One decision on a finding; null takes it back. */
export function decide(
  model: Model,
  finding: string,
  decision: Omit<Decision, "finding"> | null,
): Model {
  const others = model.decisions.filter((one) => one.finding !== finding);
  return {
    ...model,
    decisions: decision === null ? others : [...others, { finding, ...decision }],
  };
}

function add<List extends ListName>(model: Model, list: List, part: Item<List>): Added {
  const next = whole(model, list, { before: null, after: part });
  return { model: { ...model, [list]: [...model[list], next] }, id: next.id };
}

function filled<Shape extends z.ZodType>(schema: Shape, fields: z.input<Shape>): z.output<Shape> {
  const { success, data, error } = schema.safeParse(fields);
  if (success) return data;
  throw new AppError("invalid-input", {
    message: `This cannot stand in a model: ${error.issues[0]?.message ?? "it is not in shape"}.`,
    next: "Mend the field.",
    where: error.issues[0]?.path.join(".") ?? "",
  });
}

function idOf(model: Model, fields: { id?: string }, name: string): string {
  const taken = allIds(model);
  return fields.id !== undefined && !taken.has(fields.id) ? fields.id : freshId(name, taken);
}

/** t1, t2 …: the title of a threat changes too often to name it. */
function numbered(model: Model, fields: { id?: string }, letter: string): string {
  const taken = allIds(model);
  if (fields.id !== undefined && !taken.has(fields.id)) return fields.id;
  let count = 1;
  while (taken.has(`${letter}${count}`)) count += 1;
  return `${letter}${count}`;
}

/** The part with those references alone that lead somewhere. */
function whole<List extends ListName>(
  model: Model,
  list: List,
  { before, after }: { before: Item<List> | null; after: Item<List> },
): Item<List> {
  const changed: Record<string, unknown> = { ...after };
  const old = (field: string) => (before as Part | null)?.[field] ?? null;
  for (const { field, to } of references.filter((one) => one.list === list)) {
    const known = idsIn(model, to);
    const value = changed[field];
    if (Array.isArray(value)) changed[field] = value.filter((one: string) => known.has(one));
    else if (typeof value === "string" && !known.has(value)) changed[field] = old(field);
  }
  const parent = changed["parent"];
  if (list === "zones" && typeof parent === "string" && zoneInside(model, parent, after.id))
    changed["parent"] = old("parent");
  return changed as Item<List>;
}
