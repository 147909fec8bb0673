import { rankOfClass } from "../../model/graph.ts";
import type { DataAsset } from "../../model/model.ts";
import type { DataTest, ElementTest, FlowTest } from "../rule.ts";
import type { ElementFacts, FlowFacts } from "./facts.ts";

/** Whether a test holds. */
export type Holds<T> = (facts: T) => boolean;

/** A test as one function, its cheap parts first; what a test does not name costs nothing. */
export function compileElement(test: ElementTest): Holds<ElementFacts> {
  const { type, groups, notGroups, technology, controls, lacks, data, holds } = test;
  const parts: Holds<ElementFacts>[] = [];
  if (type) parts.push(({ element }) => type.includes(element.type));
  if (groups) parts.push((one) => groups.some((group) => one.groups.includes(group)));
  if (notGroups) parts.push((one) => !notGroups.some((group) => one.groups.includes(group)));
  if (technology) parts.push(({ element }) => technology.includes(element.technology));
  parts.push(...ranges(test));
  if (controls) parts.push((one) => controls.some((control) => one.controls.has(control)));
  if (lacks) parts.push((one) => !lacks.some((control) => one.controls.has(control)));
  if (holds) parts.push(some("own", matches(holds)));
  if (data) parts.push(some("assets", matches(data)));
  return all([...parts, ...around(test), ...oneOf(test.any?.map(compileElement))]);
}

function ranges({ trust, distance }: ElementTest): Holds<ElementFacts>[] {
  const parts: Holds<ElementFacts>[] = [];
  if (trust) parts.push((one) => within(one.trust, trust));
  if (distance) parts.push((one) => within(one.distance, distance));
  return parts;
}

function around({ incoming, outgoing, noIncoming, noOutgoing }: ElementTest) {
  const parts: Holds<ElementFacts>[] = [];
  const add = (test: FlowTest | undefined, side: "incoming" | "outgoing", wanted: boolean) => {
    if (!test) return;
    const holds = compileFlow(test);
    parts.push((one) => one[side].some(holds) === wanted);
  };
  add(incoming, "incoming", true);
  add(outgoing, "outgoing", true);
  add(noIncoming, "incoming", false);
  add(noOutgoing, "outgoing", false);
  return parts;
}

export function compileFlow(test: FlowTest): Holds<FlowFacts> {
  const { crosses, rise, protocol, authentication, encryption, controls, lacks, data } = test;
  const { bidirectional, source, target } = test;
  const parts: Holds<FlowFacts>[] = [];
  if (authentication) parts.push(({ flow }) => authentication.includes(flow.authentication));
  if (encryption) parts.push(({ flow }) => encryption.includes(flow.encryption));
  if (protocol) parts.push(({ flow }) => protocol.includes(flow.protocol));
  if (crosses !== undefined) parts.push((one) => one.crosses === crosses);
  if (rise) parts.push((one) => within(one.rise, rise));
  if (bidirectional !== undefined) parts.push(({ flow }) => flow.bidirectional === bidirectional);
  if (controls) parts.push((one) => controls.some((control) => one.controls.has(control)));
  if (lacks) parts.push((one) => !lacks.some((control) => one.controls.has(control)));
  if (data) parts.push(some("assets", matches(data)));
  if (source) parts.push(on("source", compileElement(source)));
  if (target) parts.push(on("target", compileElement(target)));
  return all([...parts, ...oneOf(test.any?.map(compileFlow))]);
}

const oneOf = <T>(tests: readonly Holds<T>[] | undefined): Holds<T>[] =>
  tests === undefined ? [] : [(facts) => tests.some((holds) => holds(facts))];

const some =
  <Key extends "own" | "assets">(key: Key, matching: (asset: DataAsset) => boolean) =>
  (part: Record<Key, readonly DataAsset[]>) =>
    part[key].some(matching);

const on =
  (end: "source" | "target", holds: Holds<ElementFacts>): Holds<FlowFacts> =>
  (flow) =>
    holds(flow[end]);

/** Whether an asset is what a data test asks for. */
export function matches({ atLeast, kinds }: DataTest): (asset: DataAsset) => boolean {
  const rank = atLeast === undefined ? 0 : rankOfClass(atLeast);
  return (asset) =>
    rankOfClass(asset.class) >= rank &&
    (kinds === undefined || kinds.some((kind) => asset.kinds.includes(kind)));
}

const within = (value: number, { atLeast = -Infinity, atMost = Infinity }: Range) =>
  value >= atLeast && value <= atMost;
type Range = { atLeast?: number | undefined; atMost?: number | undefined };

function all<T>(parts: readonly Holds<T>[]): Holds<T> {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return (facts) => {
    for (const holds of parts) if (!holds(facts)) return false;
    return true;
  };
}
