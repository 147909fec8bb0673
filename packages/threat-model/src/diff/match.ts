import { lists, type ListName, type Model } from "../model/model.ts";
import { partsOf, references, subjectOf, type Part } from "../model/references.ts";
import type { Renumbered } from "./model-diff.ts";
import { nameOf, refOf } from "./parts.ts";

/**
 * The later model with the ids of the earlier, where a part has the same type and name, is the only one
 * of them on both sides, and its id is not in the other: an import from another tool gives new ids.
 */
export function matchByName(
  before: Model,
  after: Model,
): { after: Model; renumbered: Renumbered[] } {
  let model = after;
  const renumbered: Renumbered[] = [];
  // Flows are told apart by their ends, so what they join has to be matched first.
  for (const list of lists) {
    const found = pairs(before, model, list);
    renumbered.push(...found.map(([was, now]) => ({ ...refOf(list, now), before: was.id })));
    model = withIds(model, new Map(found.map(([was, now]) => [now.id, was.id])));
  }
  return { after: model, renumbered };
}

function pairs(before: Model, after: Model, list: ListName): [Part, Part][] {
  const only = (model: Model, other: Model): Map<string, Part[]> => {
    const known = new Set(partsOf(other, list).map(({ id }) => id));
    const groups = new Map<string, Part[]>();
    for (const part of partsOf(model, list)) {
      if (!known.has(part.id))
        groups.set(likeness(part), [...(groups.get(likeness(part)) ?? []), part]);
    }
    return groups;
  };
  const now = only(after, before);
  return [...only(before, after)].flatMap(([key, was]): [Part, Part][] => {
    const found = now.get(key) ?? [];
    return was.length === 1 && found.length === 1 ? [[was[0]!, found[0]!]] : [];
  });
}

const likeness = (part: Part): string =>
  JSON.stringify([nameOf(part), part["type"] ?? "", part["source"] ?? "", part["target"] ?? ""]);

/** Renames ids wherever they stand: in the part, in every reference to it, in finding ids. */
function withIds(model: Model, ids: ReadonlyMap<string, string>): Model {
  if (ids.size === 0) return model;
  const to = (id: string): string => ids.get(id) ?? id;
  const toFinding = (finding: string): string => {
    const subject = subjectOf(finding);
    return subject === null
      ? finding
      : finding.slice(0, finding.length - subject.length) + to(subject);
  };
  const renamed: Record<string, unknown> = { ...model };
  for (const list of lists) {
    const fields = references.filter((one) => one.list === list).map(({ field }) => field);
    renamed[list] = partsOf(model, list).map((part) => {
      const copy: Record<string, unknown> = { ...part, id: to(part.id) };
      for (const field of fields) {
        const value = part[field];
        if (typeof value === "string") copy[field] = to(value);
        if (Array.isArray(value)) copy[field] = (value as string[]).map(to);
      }
      const finding = part["finding"];
      if (typeof finding === "string") copy["finding"] = toFinding(finding);
      return copy;
    });
  }
  const decisions = model.decisions.map((one) => ({ ...one, finding: toFinding(one.finding) }));
  return { ...renamed, decisions } as Model;
}
