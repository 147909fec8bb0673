import type { Element, Flow, Model, Zone } from "../../model/model.ts";
import { isIn } from "../../model/technologies.ts";
import { at, recordOf, saidBy, type JsonRecord } from "../common/loose.ts";
import { madeElement, madeFlow, madeZone, put } from "./made.ts";
import { elementData, flowData, zoneData } from "./read-cells.ts";
import { format, isSafe, protocolOf, zoneShape } from "./words.ts";

type Point = { x: number; y: number };
type Part = { id: string; extra?: Model["extra"] };

/** What a cell needs that its part does not know. */
export type Around = {
  fileId: (id: string) => string;
  /** Null where the flow ends in the open. */
  free: (element: string) => Point | null;
  /** From the canvas into the part's own diagram. */
  moved: (part: Part, point: Point) => Point;
  threats: (id: string) => { status: string }[];
  isWritten: (fileId: string) => boolean;
};

export function zoneCell(zone: Zone, box: NonNullable<Zone["box"]>, around: Around): object {
  const { width, height } = box;
  const made = { ...madeZone(zone.name), ...chosenIn(zone, "cell") };
  return {
    ...made,
    id: around.fileId(zone.id),
    shape: zoneShape,
    position: around.moved(zone, box),
    size: { width, height },
    attrs: put(made.attrs, ["label", "text"], zone.name),
    data: dataOf(zone, zoneData, around),
  };
}

export function elementCell(element: Element, position: Point, around: Around): object {
  const made = { ...madeElement(element.type, element.name), ...chosenIn(element, "cell") };
  const { type, technology, controls } = element;
  const flags = {
    ...(type === "store" && {
      isALog: isIn(technology, "log"),
      isEncrypted: controls.includes("encryption-at-rest"),
    }),
    ...(type === "process" && { isWebApplication: technology === "web-app" }),
  };
  return {
    ...made,
    id: around.fileId(element.id),
    shape: type,
    position: around.moved(element, position),
    attrs: put(made.attrs, ["text", "text"], element.name),
    data: { ...dataOf(element, elementData(type), around), ...flags, ...scopeOf(element) },
  };
}

export function flowCell(flow: Flow, around: Around): object {
  const { name, bidirectional } = flow;
  const made = { ...madeFlow(name, bidirectional), ...chosenIn(flow, "cell") };
  const label = put(at(made.labels, 0), ["attrs", "labelText", "text"], name);
  const others = Array.isArray(made.labels) ? made.labels.slice(1) : [];
  const isEncrypted = isSafe(flow.encryption);
  const said = chosenIn(flow, "data")["protocol"];
  const own = flowData({ protocol: flow.protocol, isEncrypted });
  // A protocol in the file's own spelling stays so while it is the same protocol.
  const protocol =
    typeof said === "string" && protocolOf(said) === flow.protocol ? said : own.protocol;
  return {
    ...made,
    id: around.fileId(flow.id),
    shape: "flow",
    source: endOf(flow, "source", around),
    target: endOf(flow, "target", around),
    vertices: flow.route.map((one) => around.moved(flow, one)),
    labels: [label, ...others],
    attrs: withMarkers(made.attrs, bidirectional),
    data: {
      ...dataOf(flow, own, around),
      isBidirectional: bidirectional,
      isEncrypted,
      protocol,
      ...scopeOf(flow),
    },
  };
}

/** Arrow heads that a file had stay, unless they say the opposite. */
function withMarkers(attrs: unknown, bidirectional: boolean): unknown {
  const path = ["line", "sourceMarker"];
  const marker = at(attrs, ...path);
  const drawn = typeof marker === "string" ? marker : at(marker, "name");
  const isDrawn = typeof drawn === "string" && drawn !== "";
  return isDrawn === bidirectional
    ? attrs
    : put(attrs, path, { name: bidirectional ? "block" : "" });
}

function endOf(flow: Flow, side: "source" | "target", around: Around): object {
  const point = around.free(flow[side]);
  if (point) return around.moved(flow, point);
  const port = saidBy(format, flow)[`${side}Port`];
  return { cell: around.fileId(flow[side]), ...(port !== undefined && { port }) };
}

function dataOf(
  part: Zone | Element | Flow,
  made: object,
  around: Around,
): Record<string, unknown> {
  const threats = around.threats(part.id);
  return {
    ...made,
    ...knownParts(chosenIn(part, "data"), around),
    name: part.name,
    description: part.description,
    hasOpenThreats: threats.some(({ status }) => status === "Open"),
    threats,
  };
}

/** Lists that Threat Dragon derives from its drawing go stale when a part is removed; it makes them anew. */
const derived = new Set(["trustBoundaryIds", "crossingFlows", "containedElements"]);

const knownParts = (data: JsonRecord, { isWritten }: Around): JsonRecord =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([key, value]) =>
        !derived.has(key) ||
        (Array.isArray(value) && value.every((one) => typeof one === "string" && isWritten(one))),
    ),
  );

const scopeOf = ({ outOfScope }: Element | Flow): object => ({
  outOfScope: outOfScope !== null,
  reasonOutOfScope: outOfScope?.reason ?? "",
});

/** What the file had chosen otherwise, see made.ts; ports of a flow's ends stand in it as well. */
const chosenIn = (part: Part, key: "cell" | "data"): JsonRecord =>
  recordOf(saidBy(format, part)[key]);
