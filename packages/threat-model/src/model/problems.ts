import { lists, type Model } from "./model.ts";
import { idsIn, partsOf, references, subjectOf } from "./references.ts";

export type Problem = {
  /** Where in the model: "flows[3].target". */
  where: string;
  message: string;
  next: string;
};

/**
 * What the shape alone cannot say: ids that stand twice, references that lead nowhere, zones that contain
 * each other. A flow from an element to itself is none.
 */
export function problemsOf(model: Model): Problem[] {
  return [...duplicates(model), ...dangling(model), ...rings(model), ...decisions(model)];
}

function duplicates(model: Model): Problem[] {
  const first = new Map<string, string>();
  const found: Problem[] = [];
  for (const list of lists)
    for (const [at, { id }] of model[list].entries()) {
      const where = `${list}[${at}].id`;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, where);
      else
        found.push({
          where,
          message: `The id ${id} already stands at ${earlier}.`,
          next: "Give one of them another id; ids are unique over the whole model.",
        });
    }
  return found;
}

function dangling(model: Model): Problem[] {
  return references.flatMap(({ list, field, to }) => {
    const known = idsIn(model, to);
    const problem = (where: string, id: string): Problem => ({
      where,
      message: `${id} is named here, and no part in ${to.join(", ")} has that id.`,
      next: "Add it, or take the reference away.",
    });
    return partsOf(model, list).flatMap((part, at) => {
      const value = part[field];
      if (typeof value === "string")
        return known.has(value) ? [] : [problem(`${list}[${at}].${field}`, value)];
      if (!Array.isArray(value)) return [];
      return (value as string[]).flatMap((one, index) =>
        known.has(one) ? [] : [problem(`${list}[${at}].${field}[${index}]`, one)],
      );
    });
  });
}

/** One problem for each ring, at its first zone. Parents are followed once, so long chains stay cheap. */
function rings(model: Model): Problem[] {
  const parents = new Map(model.zones.map(({ id, parent }) => [id, parent]));
  const done = new Set<string>();
  return model.zones.flatMap((zone, at) => {
    const path: string[] = [];
    let next: string | null | undefined = zone.id;
    while (typeof next === "string" && !done.has(next) && !path.includes(next)) {
      path.push(next);
      next = parents.get(next);
    }
    for (const one of path) done.add(one);
    if (typeof next !== "string" || !path.includes(next)) return [];
    const ring = path.slice(path.indexOf(next));
    return [
      {
        where: `zones[${at}].parent`,
        message: `Zones contain each other: ${[...ring, next].join(" in ")}.`,
        next: "Take one of them out of the other.",
      },
    ];
  });
}

function decisions(model: Model): Problem[] {
  const known = idsIn(model, ["elements", "flows"]);
  return model.decisions.flatMap(({ finding }, at) => {
    const subject = subjectOf(finding);
    if (subject === null || known.has(subject)) return [];
    return [
      {
        where: `decisions[${at}].finding`,
        message: `The decision is on ${subject}, and no element or flow has that id.`,
        next: "Take the decision away.",
      },
    ];
  });
}
