import type { Node, NodeHandle, Position } from "@xyflow/react";

import { elementSize, framed, union, boxAt, type Box, type Point } from "../../layout/box.ts";
import { treeOf, type Tree } from "../../layout/tree.ts";
import type { DataClass } from "../../model/words.ts";
import { rankOfClass } from "../../model/graph.ts";
import type { Element, Model, Zone } from "../../model/model.ts";
import { technologies, technologyOf } from "../../model/technologies.ts";
import type { Layout } from "../editor/props.ts";
import { markOf, type Mark, type Marks } from "../../report/marks.ts";

export type ElementNode = Node<
  { element: Element; technology: string; dataClass: DataClass | null; mark: Mark | null },
  "element"
>;
export type ZoneNode = Node<{ zone: Zone; depth: number; mark: Mark | null }, "zone">;
export type CanvasNode = ElementNode | ZoneNode;

/** What is drawn of a model. */
export type Drawn = Pick<Model, "zones" | "elements" | "flows" | "data">;

type Given = { model: Omit<Drawn, "flows">; layout: Layout; marks?: Marks | undefined };

/** Nodes in reading order: a zone, what is in it, then what stands beside it. */
export function nodesOf({ model, layout, marks }: Given): CanvasNode[] {
  const tree = treeOf(model);
  const boxes = shownBoxes(tree, layout);
  const classes = new Map(model.data.map((one) => [one.id, one.class]));
  const nodes: CanvasNode[] = [];
  const inside = (zone: string | null, depth: number) => {
    const origin = (zone !== null && boxes.get(zone)) || { x: 0, y: 0 };
    const place = { origin, parent: zone };
    for (const one of tree.elementsIn(zone)) {
      const dataClass = highest(one.data.flatMap((id) => classes.get(id) ?? []));
      const at = layout.elements.get(one.id) ?? origin;
      const mark = markOf(marks, one.id);
      nodes.push(elementNode(one, { ...place, at, dataClass, mark }));
    }
    for (const one of tree.zonesIn(zone)) {
      const box = boxes.get(one.id);
      if (!box) continue;
      nodes.push(zoneNode(one, { ...place, box, depth, mark: markOf(marks, one.id) }));
      inside(one.id, depth + 1);
    }
  };
  inside(null, 0);
  return nodes;
}

/** Zones as they are drawn: what belongs to one is always shown inside of it, whatever box it was given. */
function shownBoxes(tree: Tree, layout: Layout): Map<string, Box> {
  const boxes = new Map<string, Box>();
  const show = (id: string): void => {
    for (const zone of tree.zonesIn(id)) show(zone.id);
    const members = [
      ...tree.zonesIn(id).flatMap((zone) => boxes.get(zone.id) ?? []),
      ...tree.elementsIn(id).flatMap((one) => {
        const at = layout.elements.get(one.id);
        return at ? [boxAt(at)] : [];
      }),
    ];
    const around = union(members);
    const given = layout.zones.get(id);
    const box = given && around && !holds(given, around) ? union([given, framed(around)]) : given;
    if (box) boxes.set(id, box);
  };
  for (const { id } of tree.zonesIn(null)) show(id);
  return boxes;
}

const holds = (outer: Box, inner: Box) =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

const highest = (all: readonly DataClass[]): DataClass | null =>
  all.reduce<DataClass | null>(
    (most, one) => (most === null || rankOfClass(one) > rankOfClass(most) ? one : most),
    null,
  );

/** Known before anything is measured, so that a flow to an element out of sight is drawn as well. */
const elementHandles: NodeHandle[] = (["top", "right", "bottom", "left"] as const).map((side) => ({
  id: side,
  type: "source",
  position: side as Position,
  x: side === "left" ? 0 : side === "right" ? elementSize.width : elementSize.width / 2,
  y: side === "top" ? 0 : side === "bottom" ? elementSize.height : elementSize.height / 2,
  width: 1,
  height: 1,
}));

type Place = { origin: Point; parent: string | null };

function elementNode(
  element: Element,
  more: Place & { at: Point; dataClass: DataClass | null; mark: Mark | null },
): ElementNode {
  const { origin, parent, at, dataClass, mark } = more;
  const known = element.technology !== "generic" && technologies.has(element.technology);
  const technology = known ? technologyOf(element.technology).title : "";
  return {
    id: element.id,
    type: "element",
    position: { x: at.x - origin.x, y: at.y - origin.y },
    ...(parent !== null && { parentId: parent }),
    ...elementSize,
    // Said rather than measured: what was never in sight counts too when everything is to be shown.
    measured: elementSize,
    handles: elementHandles,
    zIndex: 20,
    ariaLabel: elementWords(element, technology, mark),
    data: { element, technology, dataClass, mark },
  };
}

function elementWords(element: Element, technology: string, mark: Mark | null): string {
  const out = element.outOfScope ? ", out of scope" : "";
  return `${element.name}, ${element.type}${technology && `, ${technology}`}${out}${markWords(mark)}`;
}

const markWords = (mark: Mark | null) => (mark ? `. ${mark.tone}: ${mark.note}` : "");

function zoneNode(
  zone: Zone,
  more: Place & { box: Box; depth: number; mark: Mark | null },
): ZoneNode {
  const { origin, parent, box, depth, mark } = more;
  return {
    id: zone.id,
    type: "zone",
    position: { x: box.x - origin.x, y: box.y - origin.y },
    ...(parent !== null && { parentId: parent }),
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: [],
    zIndex: depth,
    connectable: false,
    dragHandle: "[data-grip]",
    // Inside of a zone the canvas can be dragged, and a click chooses nothing; its title is its grip.
    style: { pointerEvents: "none" },
    ariaLabel: `Zone ${zone.name}, trust ${zone.trust}${markWords(mark)}`,
    data: { zone, depth, mark },
  };
}
