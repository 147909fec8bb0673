import type { DataAsset, Element, Flow, Model, Zone } from "./model.ts";
import { dataClasses, type DataClass } from "./words.ts";

/**
 * A model as a graph, indexed once. It bears loose ends: a flow whose end is missing has none, zones that
 * contain each other are walked once.
 */
export type Graph = {
  model: Model;
  zones: ReadonlyMap<string, Zone>;
  elements: ReadonlyMap<string, Element>;
  flows: ReadonlyMap<string, Flow>;
  data: ReadonlyMap<string, DataAsset>;
  flowsFrom: (element: string) => readonly Flow[];
  flowsTo: (element: string) => readonly Flow[];
  /** From the innermost zone outwards. */
  zonesOf: (element: string) => readonly Zone[];
  /** Trust of the innermost zone, 0 to 100; an element outside of all zones has `outsideTrust`. */
  trustOf: (element: string) => number;
  /** Null where an end is missing. */
  crossing: (flow: string) => Crossing | null;
  /** The highest class among the assets of an element (its own and its flows') or of a flow; null without any. */
  classOf: (subject: string) => DataClass | null;
  /** Flows away from the nearest element of trust `exposedTrust` or less, along flows; Infinity where none leads. */
  distance: (element: string) => number;
};

/** How a flow stands to the boundaries between its ends. */
export type Crossing = {
  /** Innermost first. */
  left: readonly Zone[];
  /** Outermost first. */
  entered: readonly Zone[];
  from: number;
  to: number;
  /** to − from: above 0 the flow enters what is trusted more. */
  rise: number;
  crosses: boolean;
};

/** Nothing is known of what stands outside of every zone: neither hostile nor trusted. */
export const outsideTrust = 50;
/** Whoever stands in such a zone may be an attacker. */
export const exposedTrust = 20;

export const rankOfClass = (one: DataClass): number => dataClasses.indexOf(one);

export function graphOf(model: Model): Graph {
  const zones = byId(model.zones);
  const elements = byId(model.elements);
  const flows = byId(model.flows);
  const data = byId(model.data);
  const from = grouped(model.flows, ({ source }) => source);
  const to = grouped(model.flows, ({ target }) => target);
  const chains = new Map<string, readonly Zone[]>();
  const zonesOf = (element: string): readonly Zone[] => {
    const start = elements.get(element)?.zone ?? null;
    if (start === null) return [];
    const known = chains.get(start) ?? chainOf(zones, start);
    chains.set(start, known);
    return known;
  };
  const trustOf = (element: string) => zonesOf(element)[0]?.trust ?? outsideTrust;
  const classOfData = (names: readonly string[]) =>
    highest(names.flatMap((one) => data.get(one)?.class ?? []));
  const distances = distancesOf(model, trustOf);
  return {
    model,
    zones,
    elements,
    flows,
    data,
    flowsFrom: (one) => from.get(one) ?? [],
    flowsTo: (one) => to.get(one) ?? [],
    zonesOf,
    trustOf,
    crossing: (id) => {
      const flow = flows.get(id);
      if (!flow || !elements.has(flow.source) || !elements.has(flow.target)) return null;
      return crossingOf(
        [zonesOf(flow.source), zonesOf(flow.target)],
        [trustOf(flow.source), trustOf(flow.target)],
      );
    },
    classOf: (id) => {
      const flow = flows.get(id);
      if (flow) return classOfData(flow.data);
      const own = elements.get(id)?.data ?? [];
      const passing = [...(from.get(id) ?? []), ...(to.get(id) ?? [])].flatMap((one) => one.data);
      return classOfData([...own, ...passing]);
    },
    distance: (element) => distances.get(element) ?? Infinity,
  };
}

function byId<T extends { id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}

function grouped(all: readonly Flow[], key: (flow: Flow) => string): Map<string, Flow[]> {
  const found = new Map<string, Flow[]>();
  for (const one of all) {
    const group = found.get(key(one));
    if (group) group.push(one);
    else found.set(key(one), [one]);
  }
  return found;
}

function chainOf(zones: ReadonlyMap<string, Zone>, start: string): readonly Zone[] {
  const chain: Zone[] = [];
  let next = zones.get(start);
  while (next && !chain.includes(next)) {
    chain.push(next);
    next = next.parent === null ? undefined : zones.get(next.parent);
  }
  return chain;
}

function crossingOf(
  [source, target]: [readonly Zone[], readonly Zone[]],
  [from, to]: [number, number],
): Crossing {
  const left = source.filter((one) => !target.includes(one));
  const entered = target.filter((one) => !source.includes(one)).toReversed();
  return { left, entered, from, to, rise: to - from, crosses: left.length + entered.length > 0 };
}

function highest(all: readonly DataClass[]): DataClass | null {
  if (all.length === 0) return null;
  return dataClasses[Math.max(...all.map(rankOfClass))] ?? null;
}

/** Breadth first, along flows in their direction and back where they carry answers that matter. */
function distancesOf(model: Model, trustOf: (element: string) => number): Map<string, number> {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  };
  for (const { source, target, bidirectional } of model.flows) {
    add(source, target);
    if (bidirectional) add(target, source);
  }
  const found = new Map<string, number>();
  let edge = model.elements.map(({ id }) => id).filter((one) => trustOf(one) <= exposedTrust);
  for (let steps = 0; edge.length > 0; steps += 1) {
    for (const one of edge) found.set(one, steps);
    edge = [...new Set(edge.flatMap((one) => next.get(one) ?? []))].filter(
      (one) => !found.has(one),
    );
  }
  return found;
}
