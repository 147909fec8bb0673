import { elementSize } from "../../layout/box.ts";
import type { Element, Flow, Zone } from "../../model/model.ts";
import type { JsonRecord } from "../common/loose.ts";
import type { Names } from "../common/names.ts";
import { innermostAmong } from "./geometry.ts";
import { freeEnd, readElement, readFlow, readZone, sizeOf } from "./read-cells.ts";
import type { TdCell, TdDiagram, TdEnd } from "./shape.ts";
import { elementShapes, flowShape, zoneShape } from "./words.ts";

type Point = { x: number; y: number };
type Ids = { names: Names; ownIds: ReadonlyMap<string, string> };

/** Reads cells of one diagram; ids of cells hold within it. */
export type DiagramReader = {
  /** Of parts in a diagram after the first. */
  mark: JsonRecord;
  /** `fileId`: the file's id, where it is no id of ours. */
  claim: (cell: TdCell, kind: string) => { id: string; fileId: string | undefined };
  placed: (cell: TdCell) => Point;
  moved: (point: Point) => Point;
  end: (end: TdEnd, of: { flow: string; side: string }) => string;
};

export type ReadDiagram = {
  zones: Zone[];
  elements: Element[];
  flows: Flow[];
  /** Places of the cells that a model does not hold: curves, texts, shapes that nobody knows. */
  left: number[];
  /** Each part with the cell that it was. */
  cells: { id: string; cell: TdCell }[];
};

/** `offset`: later diagrams are drawn below the earlier ones, on one canvas. */
export function readDiagram(
  { cells }: TdDiagram,
  place: { index: number; offset: number },
  ids: Ids,
): ReadDiagram {
  const read: ReadDiagram = { zones: [], elements: [], flows: [], left: [], cells: [] };
  const reader = readerOf(read, place, ids);
  const sizes = new Map<string, { width: number; height: number }>();
  // Flows name elements, so they come last.
  for (const [at, cell] of cells.entries()) {
    if (cell.shape === flowShape) continue;
    const isElement = Object.hasOwn(elementShapes, cell.shape);
    if (cell.shape !== zoneShape && !isElement) {
      read.left.push(at);
      continue;
    }
    const part = isElement ? readElement(cell, reader) : readZone(cell, reader);
    if ("trust" in part) read.zones.push(part);
    else read.elements.push(part);
    const size = sizeOf(cell);
    if (size) sizes.set(part.id, size);
    read.cells.push({ id: part.id, cell });
  }
  for (const cell of cells.filter(({ shape }) => shape === flowShape)) {
    const flow = readFlow(cell, reader);
    read.flows.push(flow);
    read.cells.push({ id: flow.id, cell });
  }
  return { ...read, ...within(read, sizes) };
}

function readerOf(
  read: ReadDiagram,
  { index, offset }: { index: number; offset: number },
  { names, ownIds }: Ids,
): DiagramReader {
  const kind = index === 0 ? "cell" : `cell ${index + 1}`;
  const mark: JsonRecord = index === 0 ? {} : { diagram: index };
  const moved = ({ x, y }: Point): Point => ({ x, y: y + offset });
  return {
    mark,
    moved,
    placed: ({ position }) => moved({ x: position?.x ?? 0, y: position?.y ?? 0 }),
    claim: (cell) => {
      const isFirst = names.find(kind, cell.id) === undefined;
      const own = ownIds.get(cell.id);
      const id = names.claim(kind, cell.id, own);
      return { id, fileId: isFirst && own === undefined && id !== cell.id ? cell.id : undefined };
    },
    end: (end, { flow, side }) => {
      if (end.cell !== "") return names.find(kind, end.cell) ?? ownIds.get(end.cell) ?? end.cell;
      const id = names.claim("element", "", `${flow.slice(0, 48)}-${side}`);
      const point = end.x === null || end.y === null ? null : moved({ x: end.x, y: end.y });
      read.elements.push(freeEnd(id, point, mark));
      return id;
    },
  };
}

/** Threat Dragon says by drawing alone what stands in what. */
function within(
  { zones, elements }: ReadDiagram,
  sizes: ReadonlyMap<string, { width: number; height: number }>,
): Pick<ReadDiagram, "zones" | "elements"> {
  const innermost = innermostAmong(zones);
  return {
    zones: zones.map((one) => ({
      ...one,
      parent: one.box && innermost(one.box, one.id),
    })),
    elements: elements.map((one) => {
      const free = one.extra?.["threat-dragon"];
      const size = isFree(free) ? { width: 0, height: 0 } : (sizes.get(one.id) ?? elementSize);
      return { ...one, zone: one.position && innermost({ ...one.position, ...size }) };
    }),
  };
}

const isFree = (said: unknown): boolean =>
  typeof said === "object" && said !== null && "free" in said;
