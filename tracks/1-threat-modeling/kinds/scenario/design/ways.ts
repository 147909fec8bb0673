import type { Model } from "@loopwright/threat-model";

/** Elements that one can go on to: along flows, back along those with answers, and from a store to its readers. */
function nextOf({ flows, elements }: Model): (id: string) => string[] {
  const stores = new Set(elements.filter(({ type }) => type === "store").map(({ id }) => id));
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to]);
  for (const { source, target, bidirectional } of flows) {
    add(source, target);
    if (bidirectional || stores.has(target)) add(target, source);
  }
  return (id) => next.get(id) ?? [];
}

type Sought = { from: ReadonlySet<string>; to: ReadonlySet<string>; closed: ReadonlySet<string> };

/** The shortest way from one set of elements to another around the closed ones, both ends included; or null. */
export function wayAround(model: Model, { from, to, closed }: Sought): string[] | null {
  const next = nextOf(model);
  const before = new Map<string, string | null>();
  let edge = [...from].filter((id) => !closed.has(id));
  for (const id of edge) before.set(id, null);
  while (edge.length > 0) {
    const arrived = edge.find((id) => to.has(id) && !from.has(id));
    if (arrived !== undefined) return traced(arrived, before);
    const further: string[] = [];
    for (const id of edge) {
      for (const one of next(id)) {
        if (before.has(one) || closed.has(one)) continue;
        before.set(one, id);
        further.push(one);
      }
    }
    edge = further;
  }
  return null;
}

function traced(end: string, before: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = [];
  for (let at: string | null = end; at !== null; at = before.get(at) ?? null) way.unshift(at);
  return way;
}
