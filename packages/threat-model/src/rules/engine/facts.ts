import { graphOf, outsideTrust, type Graph } from "../../model/graph.ts";
import type { DataAsset, Element, Flow, Model, Zone } from "../../model/model.ts";
import { technologyOf, type Group } from "../../model/technologies.ts";

/** What rules ask of an element, looked up once for a whole analysis. */
export type ElementFacts = {
  id: string;
  name: string;
  element: Element;
  /** Type and technology: elements of one kind are alike to every rule that asks for these alone. */
  kind: string;
  groups: readonly Group[];
  controls: ReadonlySet<string>;
  /** The innermost; null: it stands outside of all zones. */
  zone: Zone | null;
  trust: number;
  distance: number;
  /** Where what arrives from it began: before a gateway stands whoever calls it. */
  origin: Origin;
  /** Its own assets, and those with the assets of its flows. */
  own: readonly DataAsset[];
  assets: readonly DataAsset[];
  incoming: readonly FlowFacts[];
  outgoing: readonly FlowFacts[];
};

export type Origin = { trust: number; distance: number };

/** A flow whose ends both exist. */
export type FlowFacts = {
  id: string;
  name: string;
  flow: Flow;
  source: ElementFacts;
  target: ElementFacts;
  /** Whether its ends stand in different zones, and by how much trust rises along it. */
  crosses: boolean;
  rise: number;
  controls: ReadonlySet<string>;
  assets: readonly DataAsset[];
};

export type Facts = { elements: readonly ElementFacts[]; flows: readonly FlowFacts[] };

export function factsOf(model: Model): Facts {
  const graph = graphOf(model);
  const elements = new Map<string, Mutable>();
  for (const element of graph.elements.values()) elements.set(element.id, begun(element, graph));
  const flows: FlowFacts[] = [];
  for (const flow of graph.flows.values()) {
    const [source, target] = [elements.get(flow.source), elements.get(flow.target)];
    if (!source || !target) continue;
    const assets = assetsOf(flow.data, graph);
    const { id, name } = flow;
    const controls = new Set(flow.controls);
    const crosses = source.zone !== target.zone;
    const rise = target.trust - source.trust;
    const one = { id, name, flow, source, target, crosses, rise, controls, assets };
    flows.push(one);
    source.outgoing.push(one);
    target.incoming.push(one);
    addAssets(source, assets);
    addAssets(target, assets);
  }
  const all = [...elements.values()];
  for (const one of all.filter(passesOn)) one.origin = originOf(one, new Set());
  return { elements: all, flows };
}

type Mutable = ElementFacts & {
  assets: DataAsset[];
  incoming: FlowFacts[];
  outgoing: FlowFacts[];
};

function begun(element: Element, graph: Graph): Mutable {
  const own = assetsOf(element.data, graph);
  const zone = graph.zonesOf(element.id)[0] ?? null;
  const trust = zone?.trust ?? outsideTrust;
  const distance = graph.distance(element.id);
  return {
    id: element.id,
    name: element.name,
    element,
    kind: `${element.type} ${element.technology}`,
    groups: technologyOf(element.technology).groups,
    controls: new Set(element.controls),
    zone,
    trust,
    distance,
    origin: { trust, distance },
    own,
    assets: [...own],
    incoming: [],
    outgoing: [],
  };
}

const passing: ReadonlySet<Group> = new Set(["load-balancer", "cdn", "firewall", "gateway"]);
const passesOn = ({ groups }: ElementFacts) => groups.some((one) => passing.has(one));

/** The least trusted that calls it, through others of its like; a ring of them is walked once. */
function originOf(one: ElementFacts, walked: Set<ElementFacts>): Origin {
  if (!passesOn(one) || walked.has(one)) return { trust: one.trust, distance: one.distance };
  walked.add(one);
  return one.incoming
    .map(({ source }) => originOf(source, walked))
    .reduce((least, next) => (next.trust < least.trust ? next : least), {
      trust: one.trust,
      distance: one.distance,
    });
}

const assetsOf = (ids: readonly string[], graph: Graph): DataAsset[] =>
  ids.flatMap((one) => graph.data.get(one) ?? []);

function addAssets(to: Mutable, assets: readonly DataAsset[]) {
  for (const one of assets) if (!to.assets.includes(one)) to.assets.push(one);
}
