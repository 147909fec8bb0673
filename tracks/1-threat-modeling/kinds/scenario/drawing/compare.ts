import { type Flow, type Model } from "@loopwright/threat-model";

import { chainOf, riseOf } from "./crossings.ts";
import { f1, sum } from "../grading/figures.ts";
import { mapElements, type Mapping, type Names } from "./map.ts";

/** A flow of the reference, with what stands for it in the learner's drawing. */
type FlowPair = {
  flow: Flow;
  /** Own flows on the way from one end to the other; empty where none leads there. */
  own: readonly string[];
  /** 1, or ½ where it is drawn the other way round. */
  credit: number;
  /** Own elements at its ends. */
  ends: readonly [string, string] | null;
};

/** How a flow of the reference that crosses a boundary was drawn. */
type Crossed = { pair: FlowPair; credit: number; note: string };

export type Comparison = {
  mapping: Mapping;
  elements: { f1: number; missing: readonly string[]; optional: readonly string[] };
  flows: { f1: number; pairs: readonly FlowPair[]; extra: readonly string[] };
  boundaries: { f1: number; crossed: readonly Crossed[]; needless: readonly FlowPair[] };
};

/** What an own part costs that stands for nothing: a defensible addition half, a loose one all. */
const cost = { connected: 0.5, loose: 1, flow: 0.5 };

type Material = { reference: Model; synonyms?: Names; optional?: readonly string[] };

/** Holds the learner's drawing against the reference: elements, flows, and what crosses a boundary. */
export function compareDrawing(own: Model, material: Material): Comparison {
  const { reference, synonyms = {}, optional = [] } = material;
  const mapping = mapElements(own, reference, synonyms);
  const pairs = pairFlows(own, reference, { mapping, optional });
  const flows = compareFlows(own, pairs, mapping);
  return {
    mapping,
    elements: compareElements(own, reference, { mapping, optional }),
    flows,
    boundaries: compareBoundaries({ own, reference }, pairs, flows.extra),
  };
}

type Given = { mapping: Mapping; optional: readonly string[] };

function compareElements(own: Model, reference: Model, { mapping, optional }: Given) {
  const asked = reference.elements.filter(({ id }) => !optional.includes(id));
  const found = asked.filter(({ id }) => mapping.ownOf(id).length > 0).length;
  const connected = new Set(own.flows.flatMap(({ source, target }) => [source, target]));
  const extra = sum(mapping.extra.map((id) => (connected.has(id) ? cost.connected : cost.loose)));
  const precision = found === 0 ? 0 : found / (found + extra);
  return {
    f1: f1(precision, asked.length === 0 ? 0 : found / asked.length),
    missing: mapping.missing.filter((id) => !optional.includes(id)),
    optional: mapping.missing.filter((id) => optional.includes(id)),
  };
}

function compareFlows(own: Model, pairs: readonly FlowPair[], { pairs: placed }: Mapping) {
  const used = new Set(pairs.flatMap((one) => one.own));
  const extra = own.flows
    .filter(({ id, source, target }) => !used.has(id) && placed.has(source) && placed.has(target))
    .map(({ id }) => id);
  const credit = sum(pairs.map((one) => one.credit));
  const precision = credit === 0 ? 0 : credit / (credit + extra.length * cost.flow);
  return { f1: f1(precision, pairs.length === 0 ? 0 : credit / pairs.length), pairs, extra };
}

/** Each pair of ends that the reference connects once; optional parts that nobody drew are drawn through. */
function pairFlows(own: Model, reference: Model, given: Given): FlowPair[] {
  const skipped = given.mapping.missing.filter((id) => given.optional.includes(id));
  const asked = skipped.reduce(contract, reference.flows);
  const distinct = asked.filter(
    (flow, at) =>
      flow.source !== flow.target && asked.findIndex((one) => sameEnds(one, flow)) === at,
  );
  return distinct.map((flow) => pairFlow(flow, own, given));
}

const sameEnds = (one: Flow, other: Flow): boolean =>
  one.source === other.source && one.target === other.target;

/** Flows with one element left out: what leads into it goes on to where it led. */
function contract(flows: readonly Flow[], id: string): Flow[] {
  const into = flows.filter(({ target, source }) => target === id && source !== id);
  const outOf = flows.filter(({ source, target }) => source === id && target !== id);
  const kept = flows.filter(({ source, target }) => source !== id && target !== id);
  const through = into.flatMap((first) =>
    outOf.map((second) => ({ ...second, id: `${first.id}+${second.id}`, source: first.source })),
  );
  return [...kept, ...through];
}

function pairFlow(flow: Flow, own: Model, { mapping, optional }: Given): FlowPair {
  // What stands for nothing that counts may lie on the way: a gateway drawn apart, a part of the same thing.
  const free = (id: string): boolean => {
    const stands = mapping.pairs.get(id);
    return stands === undefined || optional.includes(stands);
  };
  const way = (from: readonly string[], to: readonly string[]) => shortest(own, { from, to, free });
  const [sources, targets] = [mapping.ownOf(flow.source), mapping.ownOf(flow.target)];
  const forth = way(sources, targets);
  if (forth) return { flow, ...forth, credit: 1 };
  const back = way(targets, sources);
  if (!back) return { flow, own: [], credit: 0, ends: null };
  const both = flow.bidirectional || back.own.every((id) => isBoth(own, id));
  return { flow, own: back.own, ends: [back.ends[1], back.ends[0]], credit: both ? 1 : 0.5 };
}

const isBoth = (own: Model, id: string): boolean =>
  own.flows.find((one) => one.id === id)?.bidirectional ?? false;

const longestWay = 3;
type Way = { own: string[]; ends: [string, string] };

function shortest(
  { flows }: Model,
  given: { from: readonly string[]; to: readonly string[]; free: (id: string) => boolean },
): Way | null {
  let edge: { at: string; way: Way }[] = given.from.map((at) => {
    return { at, way: { own: [], ends: [at, at] } };
  });
  const seen = new Set(given.from);
  for (let steps = 0; steps < longestWay; steps += 1) {
    const next = edge.flatMap(({ at, way }) =>
      flows
        .filter(({ source, target }) => source === at && source !== target)
        .map(({ id, target }) => {
          const ends: [string, string] = [way.ends[0], target];
          return { at: target, way: { own: [...way.own, id], ends } };
        }),
    );
    const arrived = next.find(({ at }) => given.to.includes(at));
    if (arrived) return arrived.way;
    edge = next.filter(({ at }) => given.free(at) && !seen.has(at));
    for (const { at } of edge) seen.add(at);
  }
  return null;
}

/** Flows beyond the reference cost half here too: who connects everything crosses every boundary. */
function compareBoundaries(
  { own, reference }: { own: Model; reference: Model },
  pairs: readonly FlowPair[],
  extra: readonly string[],
) {
  const crossing = pairs.filter(({ flow }) => crosses(reference, [flow.source, flow.target]));
  const crossed = crossing.map((pair) => judgeCrossing(own, reference, pair));
  const needless = pairs.filter(
    (pair) => !crossing.includes(pair) && pair.ends !== null && crosses(own, pair.ends),
  );
  const credit = sum(crossed.map((one) => one.credit));
  const drawn = crossed.filter(({ pair }) => pair.ends && crosses(own, pair.ends)).length;
  const beyond = own.flows.filter(
    ({ id, source, target }) => extra.includes(id) && crosses(own, [source, target]),
  ).length;
  const precision = credit === 0 ? 0 : credit / (drawn + needless.length + beyond * cost.flow);
  const recall = crossing.length === 0 ? 0 : credit / crossing.length;
  return { f1: f1(precision, recall), crossed, needless };
}

const crosses = (model: Model, [from, to]: readonly [string, string]): boolean =>
  chainOf(model, from).join() !== chainOf(model, to).join();

function judgeCrossing(own: Model, reference: Model, pair: FlowPair): Crossed {
  const { flow, ends } = pair;
  if (!ends) return { pair, credit: 0, note: "the flow was not drawn" };
  if (!crosses(own, ends)) return { pair, credit: 0, note: "both ends stand in one zone" };
  const asked = Math.sign(riseOf(reference, [flow.source, flow.target]));
  const drawn = Math.sign(riseOf(own, ends));
  if (asked === 0 || asked === drawn) return { pair, credit: 1, note: "crosses as it should" };
  const way = asked > 0 ? "rises" : "falls";
  return { pair, credit: 0.5, note: `trust ${way} along it, and is drawn otherwise` };
}
