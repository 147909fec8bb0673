import { Graph, layout } from "@dagrejs/dagre";

import type { Flow } from "../model/model.ts";
import {
  boxAt,
  contains,
  elementSize,
  emptyZone,
  framed,
  overlap,
  padding,
  union,
  type Box,
  type Point,
} from "./box.ts";
import { spanning, type Edge } from "./spanning.ts";
import type { Tree } from "./tree.ts";

/** What is drawn where. */
export type Layout = { elements: Map<string, Point>; zones: Map<string, Box> };

/** Above this, a compound graph takes seconds, and often fails. */
const compoundMax = 80;
/** Above this, lines cross whatever is done, and sorting them takes most of the time. */
const edgesMax = 150;

type Node = Partial<Box>;
type Drawing = Graph<object, Node, object>;

const gap = padding.top;
const settings = { rankdir: "LR", nodesep: gap, edgesep: gap, ranksep: 120 } as const;

/**
 * Everything inside of a zone, or the whole model for null, from left to right. The compound graph sets a zone's members
 * by whatever they talk to elsewhere. Where it gives up or lets things overlap, each zone is laid out in itself.
 */
export function freshLayout(tree: Tree, flows: readonly Flow[], root: string | null): Layout {
  const part = partOf(tree, root);
  if (part.elements.length + part.zones.length > compoundMax) return nested(tree, flows, root);
  return compound(tree, flows, part) ?? nested(tree, flows, root);
}

type Part = { root: string | null; zones: string[]; elements: string[] };

/** Ids of what stands in a zone, at any depth. */
export function partOf(tree: Tree, root: string | null): Part {
  const part: Part = { root, zones: [], elements: tree.elementsIn(root).map(({ id }) => id) };
  for (const { id } of tree.zonesIn(root)) {
    const inside = partOf(tree, id);
    part.zones.push(id, ...inside.zones);
    part.elements.push(...inside.elements);
  }
  return part;
}

// An element and a zone may share an id in a broken model.
const zoneNode = (id: string) => `z ${id}`;
const elementNode = (id: string) => `e ${id}`;

function compound(tree: Tree, flows: readonly Flow[], part: Part): Layout | null {
  const graph: Drawing = new Graph({ compound: true });
  graph.setGraph({ ...settings });
  for (const id of part.elements) graph.setNode(elementNode(id), { ...elementSize });
  for (const id of part.zones) {
    const empty = tree.zonesIn(id).length + tree.elementsIn(id).length === 0;
    graph.setNode(zoneNode(id), empty ? { ...emptyZone } : {});
  }
  for (const id of part.zones) {
    const parent = tree.parentOf(id);
    if (parent !== part.root) graph.setParent(zoneNode(id), zoneNode(parent!));
  }
  for (const id of part.elements) {
    const zone = tree.zoneOf(id);
    if (zone !== part.root) graph.setParent(elementNode(id), zoneNode(zone!));
  }
  for (const { source, target } of flows) {
    const [from, to] = [elementNode(source), elementNode(target)];
    // Ends that are not here, self-flows and answers say nothing about left and right.
    if (source === target || !graph.hasNode(from) || !graph.hasNode(to)) continue;
    if (!graph.hasEdge(to, from)) graph.setEdge(from, to, {});
  }
  for (const zone of [part.root, ...part.zones]) {
    const siblings = tree.elementsIn(zone);
    inRows(
      graph,
      siblings.map(({ id }) => elementNode(id)),
    );
  }
  try {
    layout(graph);
  } catch {
    return null;
  }
  const boxes = new Map<string, Box>();
  for (const name of graph.nodes() as string[]) boxes.set(name, boxOf(graph.node(name) as Node));
  const found: Layout = {
    elements: new Map(part.elements.map((id) => [id, corner(boxes.get(elementNode(id))!)])),
    zones: new Map(part.zones.map((id) => [id, boxes.get(zoneNode(id))!])),
  };
  return isTidy(tree, found) ? found : null;
}

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: Node): Box => ({
  x: Math.round(x - width / 2),
  y: Math.round(y - height / 2),
  width: Math.round(width),
  height: Math.round(height),
});
const corner = ({ x, y }: Box): Point => ({ x, y });

/** What is in a zone is drawn in it, and nothing else overlaps. */
export function isTidy(tree: Tree, { elements, zones }: Layout): boolean {
  const all = [
    ...[...zones].map(([id, box]) => ({ box, chain: tree.chain(tree.parentOf(id)), zone: id })),
    ...[...elements].map(([id, at]) => ({
      box: boxAt(at),
      chain: tree.chain(tree.zoneOf(id)),
      zone: "",
    })),
  ];
  if (all.some(({ box }) => Number.isNaN(box.x + box.y))) return false;
  return all.every((one, index) =>
    all.slice(index + 1).every((other) => {
      if (one.chain.includes(other.zone)) return contains(other.box, one.box);
      if (other.chain.includes(one.zone)) return contains(one.box, other.box);
      return !overlap(one.box, other.box);
    }),
  );
}

/** From the innermost zones outwards; a zone that is done is one node of what is around it. */
function nested(tree: Tree, flows: readonly Flow[], root: string | null): Layout {
  const inside = new Map(
    tree.zonesIn(root).map(({ id }) => [id, nested(tree, flows, id)] as const),
  );
  const graph: Drawing = new Graph();
  for (const { id } of tree.elementsIn(root)) graph.setNode(elementNode(id), { ...elementSize });
  for (const [id, found] of inside) graph.setNode(zoneNode(id), sizeOfZone(found));
  const edges = flows.flatMap(({ source, target }): Edge[] => {
    const [from, to] = [childOf(tree, root, source), childOf(tree, root, target)];
    return from === null || to === null || from === to ? [] : [[from, to]];
  });
  const many = edges.length > edgesMax;
  graph.setGraph(many ? { ...settings, ranker: "tight-tree" } : { ...settings });
  for (const [from, to] of many ? spanning(edges) : edges) {
    if (!graph.hasEdge(to, from)) graph.setEdge(from, to, {});
  }
  inRows(graph, graph.nodes());
  layout(graph);
  return assembled(tree, inside, { graph, root });
}

/** Of the zone whose parts these are. */
export function sizeOfZone(found: Layout) {
  const around = union([...found.zones.values(), ...[...found.elements.values()].map(boxAt)]);
  const { width, height } = around ? framed(around) : emptyZone;
  return { width, height };
}

/** The node of this level that an element is, or stands in. */
function childOf(tree: Tree, root: string | null, element: string): string | null {
  if (!tree.elements.has(element)) return null;
  const chain = tree.chain(tree.zoneOf(element));
  const at = root === null ? chain.length : chain.indexOf(root);
  if (at < 0) return null;
  return at === 0 ? elementNode(element) : zoneNode(chain[at - 1]!);
}

/** Nodes without a flow would stand in one column, however many they are. */
function inRows(graph: Drawing, siblings: readonly string[]): void {
  const alone = siblings.filter((name) => (graph.nodeEdges(name) ?? []).length === 0);
  const tall = Math.max(4, Math.ceil(Math.sqrt(alone.length)));
  for (const [index, name] of alone.entries()) {
    const right = alone[index + tall];
    if (right !== undefined) graph.setEdge(name, right, {});
  }
}

type Level = { graph: Drawing; root: string | null };

function assembled(
  tree: Tree,
  inside: ReadonlyMap<string, Layout>,
  { graph, root }: Level,
): Layout {
  const found: Layout = { elements: new Map(), zones: new Map() };
  for (const { id } of tree.elementsIn(root)) {
    found.elements.set(id, corner(boxOf(graph.node(elementNode(id)))));
  }
  for (const [id, part] of inside) {
    const box = boxOf(graph.node(zoneNode(id)));
    found.zones.set(id, box);
    moveInto(found, part, box);
  }
  return found;
}

/** Adds a part, moved so that the border of its zone becomes this box. */
export function moveInto(found: Layout, part: Layout, box: Box): void {
  const around = union([...part.zones.values(), ...[...part.elements.values()].map(boxAt)]);
  if (!around) return;
  const { x, y } = framed(around);
  const [dx, dy] = [box.x - x, box.y - y];
  for (const [id, at] of part.elements) found.elements.set(id, { x: at.x + dx, y: at.y + dy });
  for (const [id, at] of part.zones) {
    found.zones.set(id, { ...at, x: at.x + dx, y: at.y + dy });
  }
}
