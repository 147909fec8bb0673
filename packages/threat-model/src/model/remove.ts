import { lists, type Model } from "./model.ts";
import { references, subjectOf, type Part } from "./references.ts";
import { survivingZone } from "./zones.ts";

/**
 * Takes parts away with all that hangs on them: flows of a removed element, every mention, and decisions on
 * their findings, since a later part may get the same id. What stood in a removed zone moves outwards.
 */
export function remove(model: Model, ids: readonly string[]): Model {
  const gone = new Set(ids);
  for (const { id, source, target } of model.flows)
    if (gone.has(source) || gone.has(target)) gone.add(id);
  const outwards: Model = {
    ...model,
    zones: model.zones.map((one) => ({ ...one, parent: survivingZone(model, one.parent, gone) })),
    elements: model.elements.map((one) => ({ ...one, zone: survivingZone(model, one.zone, gone) })),
  };
  const left = Object.fromEntries(
    lists.map((list) => [
      list,
      (outwards[list] as readonly Part[])
        .filter(({ id }) => !gone.has(id))
        .map((part) => forgetting(part, list, gone)),
    ]),
  ) as Partial<Model>;
  return {
    ...outwards,
    ...left,
    decisions: model.decisions.filter(({ finding }) => !isOf(finding, gone)),
  };
}

function forgetting(part: Part, list: string, gone: ReadonlySet<string>): Part {
  const changed: Record<string, unknown> & { id: string } = { ...part };
  for (const { field } of references.filter((one) => one.list === list)) {
    const value = part[field];
    if (Array.isArray(value)) changed[field] = value.filter((one: string) => !gone.has(one));
  }
  if (list === "threats" && typeof part["finding"] === "string" && isOf(part["finding"], gone))
    changed["finding"] = null;
  return changed;
}

function isOf(finding: string, gone: ReadonlySet<string>): boolean {
  const subject = subjectOf(finding);
  return subject !== null && gone.has(subject);
}
