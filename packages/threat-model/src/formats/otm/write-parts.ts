import type { DataAsset, Element, Flow, Zone } from "../../model/model.ts";
import { same } from "../common/equal.ts";
import { recordOf, saidBy, type JsonRecord } from "../common/loose.ts";
import { stencilOf, typeWordOf } from "./component-types.ts";
import { madeAssetRisk, madeAssets, madeRepresentation } from "./made.ts";
import { classOf, format } from "./words.ts";

type Point = { x: number; y: number };

/** What a part needs that it does not know of itself. */
export type Around = {
  fileId: (id: string) => string;
  /** As the file says it: { trustZone } or { component }. */
  parent: (zone: string | null) => object;
  /** The corner of what is drawn around; positions count from it. */
  corner: (zone: string | null) => Point;
  threats: (id: string) => object[];
};

export function writtenAsset(one: DataAsset, { fileId }: Around): object {
  const said = saidBy(format, one);
  const risk = recordOf(said["risk"]);
  const given = risk["confidentiality"];
  // The file's own numbers stay while they still mean this class.
  const keeps = classOf(typeof given === "number" ? given : null) === one.class;
  return {
    ...recordOf(said["more"]),
    id: fileId(one.id),
    name: one.name,
    description: one.description,
    risk: { ...madeAssetRisk(one.class), ...(keeps ? risk : undefined) },
  };
}

export function writtenZone(zone: Zone, around: Around): object {
  const said = saidBy(format, zone);
  const id = around.fileId(zone.id);
  return {
    ...recordOf(said["more"]),
    id,
    name: zone.name,
    description: zone.description,
    risk: { ...recordOf(said["risk"]), trustRating: zone.trust },
    ...(zone.parent !== null && { parent: around.parent(zone.parent) }),
    ...representationsOf(id, said, relative(zone.box, around.corner(zone.parent))),
  };
}

/** A zone that came as a component goes out as one. */
export function writtenComponentZone(zone: Zone, around: Around): object {
  const said = saidBy(format, zone);
  const id = around.fileId(zone.id);
  return {
    ...recordOf(said["more"]),
    id,
    name: zone.name,
    description: zone.description,
    type: said["component"],
    parent: around.parent(zone.parent),
    ...representationsOf(id, said, relative(zone.box, around.corner(zone.parent))),
    ...(said["assets"] !== undefined && { assets: said["assets"] }),
    tags: said["tags"] ?? [],
    threats: [],
  };
}

/** `own`: the zone that this component is as well; it stands where that one does. */
export function writtenElement(element: Element, own: Zone | undefined, around: Around): object {
  const said = saidBy(format, element);
  const id = around.fileId(element.id);
  const outer = own ? own.parent : element.zone;
  const drawn = own
    ? relative(own.box, around.corner(outer))
    : relative(element.position, around.corner(outer));
  const data = element.data.map((one) => around.fileId(one));
  return {
    ...recordOf(said["more"]),
    id,
    name: element.name,
    description: element.description,
    type: typeWordOf(element, said["type"]),
    parent: around.parent(outer),
    ...representationsOf(id, said, drawn),
    assets:
      assetsOf(said["assets"], data) ??
      madeAssets(stencilOf(typeWordOf(element, said["type"])).type, data),
    threats: around.threats(element.id),
    tags: element.tags,
  };
}

export function writtenFlow(flow: Flow, around: Around): object {
  return {
    ...recordOf(saidBy(format, flow)["more"]),
    id: around.fileId(flow.id),
    name: flow.name,
    description: flow.description,
    source: around.fileId(flow.source),
    destination: around.fileId(flow.target),
    bidirectional: flow.bidirectional,
    assets: flow.data.map((one) => around.fileId(one)),
    threats: around.threats(flow.id),
    tags: flow.tags,
  };
}

type Drawn = { position: Point; size?: { width: number; height: number } } | null;

function relative(place: Zone["box"] | Element["position"], corner: Point): Drawn {
  if (!place) return null;
  const position = { x: place.x - corner.x, y: place.y - corner.y };
  return "width" in place
    ? { position, size: { width: place.width, height: place.height } }
    : { position };
}

/** The file's own, with the first that says where moved there; nothing where neither says anything. */
function representationsOf(id: string, said: JsonRecord, drawn: Drawn): object {
  const before = said["representations"];
  if (!Array.isArray(before)) {
    return drawn ? { representations: [madeRepresentation(id, drawn)] } : {};
  }
  const isPlaced = (one: unknown) =>
    typeof recordOf(one)["position"] === "object" && recordOf(one)["position"] !== null;
  const first = before.findIndex(isPlaced);
  if (drawn === null) return { representations: before };
  if (first === -1) return { representations: [...before, madeRepresentation(id, drawn)] };
  const moved = { ...recordOf(before[first]), ...drawn };
  return { representations: before.map((one, index) => (index === first ? moved : one)) };
}

/** Which assets are stored and which only pass is kept while they are the same ones. */
function assetsOf(said: unknown, data: readonly string[]): unknown {
  const { stored, processed } = recordOf(said);
  if (!Array.isArray(stored) || !Array.isArray(processed)) return undefined;
  return same([...new Set([...stored, ...processed])], data) ? said : undefined;
}
