import type { Flow, Model } from "@loopwright/threat-model";

import type { NamedThreat } from "../material/answer.ts";
import { placesRead } from "../material/limits.ts";
import type { Mapping, Names } from "../drawing/map.ts";
import { likeness } from "../drawing/names.ts";

/** What tells where a threat was put. */
export type Ground = {
  own: Model;
  reference: Model;
  mapping: Mapping;
  synonyms: Names;
  /** Own elements that play a role, by role. */
  playing: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Where one threat was put, in the learner's drawing and in the key's words. */
export type Place = {
  /** Ids of own elements; of a flow both ends, of a zone what stands in it. */
  elements: readonly string[];
  flows: readonly string[];
  /** Ids of reference elements, and roles. */
  known: ReadonlySet<string>;
};

const named = 0.75;

/** Reads targets by id, else by name; a name that was never drawn still tells the reference's part. */
export function placeOf({ targets }: Pick<NamedThreat, "targets">, ground: Ground): Place {
  const { own } = ground;
  const elements = new Set<string>();
  const flows = new Set<string>();
  const known = new Set<string>();
  for (const target of targets.slice(0, placesRead)) {
    const flow = flowCalled(target, own);
    const inside = flow ? [flow.source, flow.target] : elementsCalled(target, own);
    if (flow) flows.add(flow.id);
    for (const one of inside) elements.add(one);
    if (inside.length === 0) for (const one of referenceCalled(target, ground)) known.add(one);
  }
  for (const one of elements) for (const id of knownAs(one, ground)) known.add(id);
  return { elements: [...elements], flows: [...flows], known };
}

function flowCalled(target: string, { flows, elements }: Model): Flow | undefined {
  const byId = flows.find(({ id }) => id === target);
  if (byId || elements.some(({ id }) => id === target)) return byId;
  // "app -> api", as it was typed.
  const [, source, end] = /^([\w-]+)\s*<?->\s*([\w-]+)$/.exec(target.trim()) ?? [];
  return flows.find((one) => one.source === source && one.target === end);
}

function elementsCalled(target: string, { elements, zones }: Model): string[] {
  if (elements.some(({ id }) => id === target)) return [target];
  const zone = zones.find(({ id }) => id === target);
  if (zone) return elements.filter((one) => one.zone === zone.id).map(({ id }) => id);
  const best = elements
    .map(({ id, name }) => ({ id, score: likeness(target, name) }))
    .toSorted((a, b) => b.score - a.score)[0];
  return best && best.score >= named ? [best.id] : [];
}

const referenceCalled = (target: string, { reference, synonyms }: Ground): string[] =>
  reference.elements
    .filter(({ id, name }) =>
      [id, name, ...(synonyms[id] ?? [])].some((label) => likeness(target, label) >= named),
    )
    .map(({ id }) => id);

function knownAs(own: string, { mapping, playing }: Ground): string[] {
  const reference = mapping.referenceOf(own);
  const played = [...playing].filter(([, ids]) => ids.has(own)).map(([role]) => role);
  return reference === null ? played : [reference, ...played];
}

/** Whether a place is one at which a key threat may be named: there, or at an end of a flow of it. */
export const isAt = ({ known }: Place, at: readonly string[], { flows }: Model): boolean =>
  at.some((id) => {
    if (known.has(id)) return true;
    const flow = flows.find((one) => one.id === id);
    return flow !== undefined && (known.has(flow.source) || known.has(flow.target));
  });
