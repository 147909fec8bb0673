import { layoutOf } from "../../layout/layout.ts";
import type { Element, Flow, Model, Zone } from "../../model/model.ts";
import { fileNameOf, printedJson } from "../common/file-name.ts";
import { heldOf } from "../common/held.ts";
import { recordOf, saidBy, without, type JsonRecord } from "../common/loose.ts";
import type { Written } from "../common/notice.ts";
import { settled } from "../common/open.ts";
import { missingEnd } from "../common/settle.ts";
import { inShape } from "../common/shape-error.ts";
import type { Json } from "../source/tame.ts";
import { fileIdsOf } from "./file-ids.ts";
import { unseenOf } from "./notes.ts";
import { plainDraft } from "./read.ts";
import { threatDragonFile } from "./shape.ts";
import { format } from "./words.ts";
import { elementCell, flowCell, zoneCell, type Around } from "./write-cells.ts";
import { writtenThreats } from "./write-threats.ts";

/** Files whose own version is older are written as this one. */
const version = "2.5.0";

/**
 * A file of version 2. Threat Dragon leaves keys alone that it does not know, so whatever it has no word for
 * stands under one key of ours, and comes back.
 */
export function toThreatDragon(model: Model): Written {
  const { fileId, own } = fileIdsOf(model);
  const file = fileOf(model, fileId);
  const plain = (): Model => {
    // As the file will be read: through text, which knows no undefined.
    const value = JSON.parse(JSON.stringify({ ...file, loopwright: { ids: own } })) as Json;
    const draft = plainDraft(inShape(threatDragonFile, value, "Threat Dragon"), value);
    return settled(draft, "Threat Dragon").model;
  };
  const held = heldOf(model, plain());
  const loopwright = { ...(own.length > 0 && { ids: own }), ...(held !== undefined && { held }) };
  const isPlain = Object.keys(loopwright).length === 0;
  return {
    text: printedJson(isPlain ? file : { ...file, loopwright }),
    fileName: fileNameOf(model.title, "json"),
    lost: [],
    notes: unseenOf(model),
  };
}

function fileOf(model: Model, fileId: (id: string) => string): Record<string, unknown> {
  const said = saidBy(format, model);
  const about = (Array.isArray(said["diagrams"]) ? said["diagrams"] : []).map(recordOf);
  if (about.length === 0) about.push({});
  const threats = writtenThreats(model, fileId);
  const numbers = [...threats.values()].flat().map((one) => one.number);
  const detail = recordOf(said["detail"]);
  const fileSaid = recordOf(said["file"]);
  const given = fileSaid["version"];
  return {
    ...fileSaid,
    version: typeof given === "string" && given.startsWith("2") ? given : version,
    summary: {
      ...recordOf(said["summary"]),
      title: model.title,
      owner: model.owner,
      description: model.description,
    },
    detail: {
      contributors: [],
      reviewer: "",
      ...detail,
      diagramTop: Math.max(about.length, ...[detail["diagramTop"]].filter(isNumber)),
      threatTop: Math.max(0, ...numbers, ...[detail["threatTop"]].filter(isNumber)),
      diagrams: diagramsOf(model, about, { fileId, threats }),
    },
  };
}

type Known = { fileId: (id: string) => string; threats: ReturnType<typeof writtenThreats> };

function diagramsOf(
  model: Model,
  about: readonly JsonRecord[],
  { fileId, threats }: Known,
): object[] {
  const layout = layoutOf(model);
  const indexOf = (part: Zone | Element | Flow): number => {
    const { diagram } = saidBy(format, part);
    return isNumber(diagram) && diagram in about ? diagram : 0;
  };
  const offsets = about.map(({ offset }) => (isNumber(offset) ? offset : 0));
  // Ends in the open are no cells of their own: the flow says the point.
  const open = openEnds(model);
  const fileIds = new Set(
    [...model.zones, ...model.elements, ...model.flows].map(({ id }) => fileId(id)),
  );
  const around: Around = {
    fileId,
    free: (id) => open.get(id) ?? null,
    moved: (part, { x, y }) => ({ x, y: y - (offsets[indexOf(part as Zone)] ?? 0) }),
    threats: (id) => threats.get(id) ?? [],
    isWritten: (id) => fileIds.has(id),
  };
  return about.map((one, index) => {
    const isHere = (part: Zone | Element | Flow) => indexOf(part) === index;
    const cells = [
      ...outermostFirst(model.zones.filter(isHere)).map((zone) =>
        zoneCell(zone, layout.zones.get(zone.id) ?? origin, around),
      ),
      ...model.elements
        .filter((part) => isHere(part) && !open.has(part.id))
        .map((part) => elementCell(part, layout.elements.get(part.id) ?? origin, around)),
      ...model.flows.filter(isHere).map((part) => flowCell(part, around)),
      ...(Array.isArray(one["left"]) ? one["left"] : []),
    ];
    return { ...madeDiagram(index), ...without(one, ["offset", "left"]), cells };
  });
}

const origin = { x: 0, y: 0, width: 200, height: 100 };

const madeDiagram = (index: number) => ({
  id: index,
  title: index === 0 ? "Data flow" : `Data flow ${index + 1}`,
  diagramType: "STRIDE",
  thumbnail: "./public/content/images/thumbnail.stride.jpg",
  version,
});

/** Elements that stand for a free end of one flow, and for nothing else; see read-cells.ts. */
function openEnds(model: Model): ReadonlyMap<string, { x: number; y: number }> {
  const uses = new Map<string, number>();
  for (const id of [
    ...model.flows.flatMap(({ source, target }) => [source, target]),
    ...model.threats.flatMap(({ targets }) => [...targets, ...targets]),
  ]) {
    uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  const open = model.elements.filter(
    (one) =>
      saidBy(format, one)["free"] === true && one.name === missingEnd && uses.get(one.id) === 1,
  );
  return new Map(open.flatMap(({ id, position }) => (position ? [[id, position]] : [])));
}

/** What is drawn later lies on top, so what holds others comes first. */
function outermostFirst(zones: readonly Zone[]): Zone[] {
  const parents = new Map(zones.map(({ id, parent }) => [id, parent]));
  const depthOf = (id: string): number => {
    let depth = 0;
    for (let next = parents.get(id); next && depth < zones.length; next = parents.get(next))
      depth += 1;
    return depth;
  };
  const depths = new Map(zones.map(({ id }) => [id, depthOf(id)]));
  return zones.toSorted((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0));
}

const isNumber = (value: unknown): value is number => typeof value === "number";
