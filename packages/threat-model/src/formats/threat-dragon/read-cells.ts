import {
  element as elementShape,
  flow as flowShape_,
  zone as zoneShape_,
  type Element,
  type Flow,
  type Zone,
} from "../../model/model.ts";
import { elementSize } from "../../layout/box.ts";
import { at, extraOf, without, type JsonRecord } from "../common/loose.ts";
import { missingEnd } from "../common/settle.ts";
import { chosen, madeElement, madeFlow, madeZone } from "./made.ts";
import type { DiagramReader } from "./read-diagram.ts";
import type { TdCell, TdEnd } from "./shape.ts";
import {
  dataTypes,
  elementShapes,
  encryptionOf,
  flowShape,
  format,
  isSafe,
  protocolOf,
  protocolTitle,
  zoneShape,
} from "./words.ts";

const outside = 50;

export function readZone(cell: TdCell, to: DiagramReader): Zone {
  const name = nameOf(cell);
  const { id, fileId } = to.claim(cell, "zone");
  const { x, y } = to.placed(cell);
  const { width = 0, height = 0 } = sizeOf(cell) ?? {};
  const box = width > 0 && height > 0 ? { x, y, width, height } : null;
  const own = chosen(cell, madeZone(name), [...knownOfCell, "size"]);
  return {
    ...zoneShape_.parse({ id, name: "", trust: outside }),
    name,
    description: cell.data.description,
    box,
    extra: extraOf(format, { ...to.mark, id: fileId, cell: own, data: dataOf(cell, zoneData) }),
  };
}

export function readElement(cell: TdCell, to: DiagramReader): Element {
  const name = nameOf(cell);
  const { id, fileId } = to.claim(cell, "element");
  const type = elementShapes[cell.shape] ?? "process";
  const { outOfScope, reasonOutOfScope: reason, description } = cell.data;
  return {
    ...elementShape.parse({ id, name: "", type }),
    name,
    description,
    outOfScope: outOfScope || reason !== "" ? { reason } : null,
    position: cell.position ? to.placed(cell) : null,
    ...technologyOf(cell, type),
    extra: extraOf(format, {
      ...to.mark,
      id: fileId,
      cell: chosen(cell, madeElement(cell.shape, name), knownOfCell),
      data: dataOf(cell, elementData(type)),
    }),
  };
}

/** Flags of Threat Dragon that say what a part is, or does; the others stay as they are. */
function technologyOf(cell: TdCell, type: Element["type"]): Partial<Element> {
  const is = (flag: string) => cell.data[flag] === true;
  return {
    ...(type === "store" && is("isALog") && { technology: "log-store" }),
    ...(type === "store" && cell.data.isEncrypted && { controls: ["encryption-at-rest"] }),
    ...(type === "process" && is("isWebApplication") && { technology: "web-app" }),
  };
}

export function readFlow(cell: TdCell, to: DiagramReader): Flow {
  const name = nameOf(cell);
  const { id, fileId } = to.claim(cell, "flow");
  const { outOfScope, reasonOutOfScope: reason, description, isEncrypted } = cell.data;
  const bidirectional =
    cell.data.isBidirectional || (isMarked(cell, "source") && isMarked(cell, "target"));
  const protocol = protocolOf(cell.data.protocol);
  const flow: Flow = flowShape_.parse({ id, name: "", source: "none", target: "none", protocol });
  const encryption = encryptionOf(isEncrypted, protocol);
  return {
    ...flow,
    name,
    source: to.end(cell.source, { flow: id, side: "source" }),
    target: to.end(cell.target, { flow: id, side: "target" }),
    bidirectional,
    encryption,
    description,
    outOfScope: outOfScope || reason !== "" ? { reason } : null,
    route: cell.vertices.map(({ x, y }) => to.moved({ x: x ?? 0, y: y ?? 0 })),
    extra: extraOf(format, {
      ...to.mark,
      id: fileId,
      cell: chosen(cell, madeFlow(name, bidirectional), knownOfCell),
      data: dataOf(cell, flowData({ protocol, isEncrypted: isSafe(encryption) })),
      sourcePort: portOf(cell.source),
      targetPort: portOf(cell.target),
    }),
  };
}

/** A flow that ends in the open ends at an element that says so; the export gives the point back. */
export function freeEnd(id: string, position: Element["position"], mark: JsonRecord): Element {
  return {
    ...elementShape.parse({ id, name: missingEnd, type: "process", position }),
    extra: extraOf(format, { ...mark, free: true }),
  };
}

const knownOfCell = ["id", "shape", "position", "source", "target", "vertices", "data", "threats"];

/** Fields of `data` that are read by themselves. */
const knownOfData = [
  "name",
  "description",
  "outOfScope",
  "reasonOutOfScope",
  "isBidirectional",
  "hasOpenThreats",
  "threats",
];

const dataOf = (cell: TdCell, made: Record<string, unknown>) => {
  // These three are defaults of the shape wherever the file leaves them out.
  const implied = { isEncrypted: false, protocol: "" };
  return chosen(cell.data, { ...implied, ...made }, knownOfData);
};

export const zoneData = { type: "tm.BoundaryBox", isTrustBoundary: true };
export const elementData = (type: Element["type"]) => ({
  type: dataTypes[type],
  isTrustBoundary: false,
});
export const flowData = (one: { protocol: string; isEncrypted: boolean }) => ({
  type: "tm.Flow",
  isTrustBoundary: false,
  isPublicNetwork: false,
  isEncrypted: one.isEncrypted,
  protocol: protocolTitle(one.protocol),
});

/** Older boxes have no name in `data`, and some cells only the text that is drawn. */
function nameOf(cell: TdCell): string {
  if (cell.data.name !== "") return cell.data.name;
  const drawn =
    cell.shape === flowShape
      ? at(cell, "labels", 0, "attrs", "labelText", "text")
      : at(cell, "attrs", cell.shape === zoneShape ? "label" : "text", "text");
  return typeof drawn === "string" ? drawn : "";
}

export function sizeOf({ size }: TdCell): { width: number; height: number } | null {
  if (!size) return null;
  return { width: size.width ?? elementSize.width, height: size.height ?? elementSize.height };
}

/** "block", or { name: "block" }; an empty name is no arrow head. */
function isMarked(cell: TdCell, side: "source" | "target"): boolean {
  const marker = at(cell, "attrs", "line", `${side}Marker`);
  const name = typeof marker === "string" ? marker : at(marker, "name");
  return typeof name === "string" && name !== "";
}

const portOf = (end: TdEnd): JsonRecord[string] | undefined => {
  const { port } = without(end, ["cell", "x", "y"]);
  return port;
};
