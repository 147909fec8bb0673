import {
  element as elementShape,
  lists,
  type Element,
  type Model,
  type Zone,
} from "../../model/model.ts";
import { idsIn, partsOf, references, subjectOf } from "../../model/references.ts";
import { freshIn } from "./fresh.ts";
import type { Notice } from "./notice.ts";
import { withOneIdEach } from "./one-each.ts";

export const missingEnd = "Missing end";

/**
 * Ties up what is loose in a model that was read: ids that stand twice, zones that contain each other, and
 * references that lead nowhere. Each change is told.
 */
export function settle(model: Model, notices: Notice[]): Model {
  const unique = withOneIdEach(model, notices);
  const whole = withEnds({ ...unique, zones: withoutCycles(unique.zones, notices) }, notices);
  const next: Model = { ...whole, decisions: decisionsOf(whole, notices) };
  for (const { list, field, to } of references) {
    const known = idsIn(whole, to);
    const isKnown = (where: string, one: unknown): boolean => {
      if (known.has(one as string)) return true;
      notices.push({ where, message: `It named "${String(one)}", which is not in the file.` });
      return false;
    };
    const parts = partsOf(next, list).map((part) => {
      const value = part[field];
      if (value === null) return part;
      if (!Array.isArray(value)) return isKnown(part.id, value) ? part : { ...part, [field]: null };
      const kept = value.filter((one) => isKnown(part.id, one));
      return kept.length === value.length ? part : { ...part, [field]: kept };
    });
    Object.assign(next, { [list]: parts });
  }
  return next;
}

/** A decision on a part that is not there decides nothing. */
function decisionsOf(model: Model, notices: Notice[]): Model["decisions"] {
  const known = idsIn(model, ["elements", "flows"]);
  return model.decisions.filter(({ finding }) => {
    const subject = subjectOf(finding);
    if (subject === null || known.has(subject)) return true;
    notices.push({
      where: finding,
      message: `A decision on "${subject}" was left out: no such part is in the file.`,
    });
    return false;
  });
}

/** The first zone of each circle stands outside of all zones from now on. Each zone is walked through once. */
function withoutCycles(zones: readonly Zone[], notices: Notice[]): Zone[] {
  const parents = new Map(zones.map(({ id, parent }) => [id, parent]));
  const done = new Set<string>();
  return zones
    .map((zone) => {
      const path = new Set<string>();
      let next: string | null | undefined = zone.id;
      while (typeof next === "string" && !done.has(next) && !path.has(next)) {
        path.add(next);
        next = parents.get(next);
      }
      const cut = typeof next === "string" && path.has(next) ? next : null;
      for (const one of path) done.add(one);
      if (cut === null) return zone;
      parents.set(cut, null);
      return zone;
    })
    .map((zone) => {
      if (parents.get(zone.id) === zone.parent) return zone;
      const message = `The zone "${zone.name}" stood inside of itself, through "${zone.parent}"; it stands outside now.`;
      notices.push({ where: zone.id, message });
      return { ...zone, parent: null };
    });
}

/** A flow whose end is not there leads to an element that says so: the flow itself is worth keeping. */
function withEnds(model: Model, notices: Notice[]): Model {
  const elements = new Set(model.elements.map(({ id }) => id));
  const fresh = freshIn(idsIn(model, lists));
  const made = new Map<string, Element>();
  const end = (flow: string, id: string): string => {
    if (elements.has(id)) return id;
    const known = made.get(id)?.id;
    const own = known ?? fresh(id, "missing-end");
    if (!known) {
      made.set(id, elementShape.parse({ id: own, name: missingEnd, type: "process" }));
    }
    notices.push({
      where: flow,
      message: `An end of this flow, "${id}", is not in the file; the element "${own}" stands for it.`,
    });
    return own;
  };
  const flows = model.flows.map((one) => ({
    ...one,
    source: end(one.id, one.source),
    target: end(one.id, one.target),
  }));
  return { ...model, flows, elements: [...model.elements, ...made.values()] };
}
