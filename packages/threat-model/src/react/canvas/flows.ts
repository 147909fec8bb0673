import type { Edge } from "@xyflow/react";

import { treeOf, type Tree } from "../../layout/tree.ts";
import { outsideTrust } from "../../model/graph.ts";
import type { Flow } from "../../model/model.ts";
import { protocols } from "../../model/protocols.ts";
import { markOf, type Mark, type Marks } from "../../report/marks.ts";
import type { Drawn } from "./parts.ts";

export type FlowEdge = Edge<
  {
    flow: Flow;
    /** "HTTPS, session", or what is known of it. */
    how: string;
    /** Ids of the zones whose border it crosses. */
    crossed: readonly string[];
    /** Whether it enters what is trusted more. */
    rises: boolean;
    /** How far it is bent sideways, since others run beside it. */
    bendPx: number;
    mark: Mark | null;
  },
  "flow"
>;

const bendStepPx = 44;

/** An edge for each flow whose ends are both there. */
export function edgesOf(model: Omit<Drawn, "data">, marks?: Marks): FlowEdge[] {
  const tree = treeOf(model);
  const beside = besideOf(model.flows);
  return model.flows
    .filter(({ source, target }) => tree.elements.has(source) && tree.elements.has(target))
    .map((flow) => edgeOf(flow, { tree, beside, mark: markOf(marks, flow.id) }));
}

type Known = { tree: Tree; beside: ReadonlyMap<string, readonly Flow[]>; mark: Mark | null };

function edgeOf(flow: Flow, { tree, beside, mark }: Known): FlowEdge {
  const { crossed, rises } = boundariesOf(flow, tree);
  const name = (id: string) => tree.elements.get(id)?.name ?? id;
  const how = howWords(flow);
  const words = [
    `${flow.name || "Flow"}: ${name(flow.source)} to ${name(flow.target)}`,
    ...(flow.bidirectional ? ["both ways"] : []),
    ...(how ? [how] : []),
    ...(crossed.length > 0
      ? [`crosses ${crossed.map((id) => tree.zones.get(id)?.name).join(", ")}`]
      : []),
    ...(mark ? [`${mark.tone}: ${mark.note}`] : []),
  ];
  return {
    id: flow.id,
    type: "flow",
    source: flow.source,
    target: flow.target,
    zIndex: 10,
    ariaLabel: words.join(", "),
    data: { flow, how, crossed, rises, bendPx: bendOf(flow, beside), mark },
  };
}

function boundariesOf({ source, target }: Flow, tree: Tree): { crossed: string[]; rises: boolean } {
  const from = tree.chain(tree.zoneOf(source));
  const to = tree.chain(tree.zoneOf(target));
  const crossed = [
    ...from.filter((one) => !to.includes(one)),
    ...to.filter((one) => !from.includes(one)),
  ];
  return { crossed, rises: trustOf(tree, to) > trustOf(tree, from) };
}

const trustOf = (tree: Tree, chain: readonly string[]): number => {
  const zone = chain[0] === undefined ? undefined : tree.zones.get(chain[0]);
  return zone?.trust ?? outsideTrust;
};

/** "HTTPS, session": what is said of protocol and authentication; nothing where nothing is. */
export function howWords({ protocol, authentication, encryption }: Flow): string {
  const title = Object.hasOwn(protocols, protocol) ? protocols[protocol]!.title : protocol;
  return [
    title,
    encryption === "none" ? "not encrypted" : "",
    authentication === "none"
      ? "no authentication"
      : authentication === "unknown"
        ? ""
        : authentication,
  ]
    .filter((one) => one !== "")
    .join(", ");
}

/** Flows by the pair of elements that they join, whatever their direction. */
function besideOf(flows: readonly Flow[]): Map<string, Flow[]> {
  const found = new Map<string, Flow[]>();
  for (const flow of flows) {
    const key = pairOf(flow);
    const group = found.get(key);
    if (group) group.push(flow);
    else found.set(key, [flow]);
  }
  return found;
}

const pairOf = ({ source, target }: Flow) => [source, target].toSorted().join(" ");

/** 0 for a flow alone; others lie evenly to both sides of the straight line. */
function bendOf(flow: Flow, beside: ReadonlyMap<string, readonly Flow[]>): number {
  const group = beside.get(pairOf(flow)) ?? [flow];
  const index = group.indexOf(flow) - (group.length - 1) / 2;
  // Sides are told from the flow's own direction: what runs the other way counts from the other side.
  const turned = flow.source > flow.target ? -1 : 1;
  return index * bendStepPx * turned;
}
