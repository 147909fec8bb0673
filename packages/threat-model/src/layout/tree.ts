import type { Element, Model, Zone } from "../model/model.ts";

/** Zones as a forest, whatever the model says: a parent that is missing, or that closes a circle, is none. */
export type Tree = {
  zones: ReadonlyMap<string, Zone>;
  elements: ReadonlyMap<string, Element>;
  parentOf: (zone: string) => string | null;
  zoneOf: (element: string) => string | null;
  zonesIn: (zone: string | null) => readonly Zone[];
  elementsIn: (zone: string | null) => readonly Element[];
  /** From the zone outwards, itself first. */
  chain: (zone: string | null) => readonly string[];
};

export function treeOf(model: Pick<Model, "zones" | "elements">): Tree {
  const zones = new Map(model.zones.map((one) => [one.id, one]));
  const elements = new Map(model.elements.map((one) => [one.id, one]));
  const parents = new Map<string, string | null>();
  for (const { id, parent } of zones.values()) {
    const there = parent !== null && zones.has(parent) ? parent : null;
    parents.set(id, there !== null && chainIn(parents, there).includes(id) ? null : there);
  }
  const parentOf = (zone: string) => parents.get(zone) ?? null;
  const zoneOf = (element: string) => {
    const zone = elements.get(element)?.zone ?? null;
    return zone !== null && zones.has(zone) ? zone : null;
  };
  const zonesIn = grouped([...zones.values()], ({ id }) => parentOf(id));
  const elementsIn = grouped([...elements.values()], ({ id }) => zoneOf(id));
  return {
    zones,
    elements,
    parentOf,
    zoneOf,
    zonesIn: (zone) => zonesIn.get(zone) ?? [],
    elementsIn: (zone) => elementsIn.get(zone) ?? [],
    chain: (zone) => chainIn(parents, zone),
  };
}

function chainIn(parents: ReadonlyMap<string, string | null>, start: string | null): string[] {
  const chain: string[] = [];
  for (let next = start; next !== null; next = parents.get(next) ?? null) chain.push(next);
  return chain;
}

function grouped<T>(
  all: readonly T[],
  key: (one: T) => string | null,
): ReadonlyMap<string | null, readonly T[]> {
  const groups = new Map<string | null, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
