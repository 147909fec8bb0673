import { stringify } from "yaml";

import { freshId } from "../../model/ids.ts";
import { lists, type Element, type Model, type Zone } from "../../model/model.ts";
import { idsIn } from "../../model/references.ts";
import { fileNameOf, printedJson } from "../common/file-name.ts";
import { heldOf } from "../common/held.ts";
import { recordOf, saidBy } from "../common/loose.ts";
import { counted, listed } from "../common/numbered.ts";
import type { Written } from "../common/notice.ts";
import { settled } from "../common/open.ts";
import { inShape } from "../common/shape-error.ts";
import type { Json } from "../source/tame.ts";
import { madeRepresentations } from "./made.ts";
import { plainDraft } from "./read.ts";
import { otmFile } from "./shape.ts";
import { format, ownAttribute } from "./words.ts";
import {
  writtenAsset,
  writtenComponentZone,
  writtenElement,
  writtenFlow,
  writtenZone,
  type Around,
} from "./write-parts.ts";
import { writtenInstances, writtenMitigation, writtenThreat } from "./write-threats.ts";

/** Of OTM 0.2. Attributes are free there, so what it has no word for stands in one of the project. */
export function toOtm(model: Model, notation: "json" | "yaml"): Written {
  const file = fileOf(model);
  const value = JSON.parse(JSON.stringify(file)) as Json;
  const plain = settled(plainDraft(inShape(otmFile, value, "the Open Threat Model")), "OTM").model;
  const held = heldOf(model, plain);
  if (held !== undefined) file.project.attributes[ownAttribute] = held as Json;
  const text =
    notation === "json"
      ? printedJson(file)
      : stringify(JSON.parse(JSON.stringify(file)), { lineWidth: 0, aliasDuplicateObjects: false });
  return {
    text,
    fileName: fileNameOf(model.title, `otm.${notation}`),
    lost: [],
    notes: unseenOf(model),
  };
}

function fileOf(model: Model) {
  const said = saidBy(format, model);
  const fileId = fileIdsOf(model);
  const instances = writtenInstances(model, fileId);
  const { around, outside } = aroundOf(model, fileId, (id) => instances.get(id) ?? []);
  const owned = ownZones(model);
  const isOwned = new Set([...owned.values()].map(({ id }) => id));
  const zones = model.zones.filter(({ id }) => !isOwned.has(id));
  const isComponent = (zone: Zone) => typeof saidBy(format, zone)["component"] === "string";
  const needsOutside =
    model.elements.some((one) => (owned.get(one.id)?.parent ?? one.zone) === null) ||
    zones.some((one) => isComponent(one) && one.parent === null);
  return {
    otmVersion: "0.2.0",
    ...recordOf(said["file"]),
    project: {
      id: freshId(model.title, new Set(), "model"),
      ...recordOf(said["project"]),
      name: model.title,
      description: model.description,
      owner: model.owner,
      attributes: { ...recordOf(said["attributes"]) },
    },
    representations: said["representations"] ?? madeRepresentations,
    assets: model.data.map((one) => writtenAsset(one, around)),
    trustZones: [
      ...zones.filter((one) => !isComponent(one)).map((one) => writtenZone(one, around)),
      ...(needsOutside ? [outside] : []),
    ],
    components: [
      ...zones.filter(isComponent).map((one) => writtenComponentZone(one, around)),
      ...model.elements.map((one) => writtenElement(one, owned.get(one.id), around)),
    ],
    dataflows: model.flows.map((one) => writtenFlow(one, around)),
    threats: model.threats.map((one) => writtenThreat(one, fileId)),
    mitigations: model.mitigations.map((one) => writtenMitigation(one, fileId)),
  };
}

/** Components that are an element and the zone around it here are one thing in the file. */
function ownZones(model: Model): ReadonlyMap<string, Zone> {
  const byName = new Map(
    model.zones.flatMap((zone) => {
      const { of } = saidBy(format, zone);
      return typeof of === "string" ? [[of, zone] as const] : [];
    }),
  );
  const isOf = (element: Element) => {
    const zone = byName.get(fileNameIn(element));
    return zone && element.zone === zone.id ? [[element.id, zone] as const] : [];
  };
  return new Map(model.elements.flatMap(isOf));
}

const fileNameIn = (element: Element): string => {
  const { id } = saidBy(format, element);
  return typeof id === "string" ? id : element.id;
};

/** A component must stand in something; what stands in nothing here gets a zone of unknown trust. */
function aroundOf(model: Model, fileId: (id: string) => string, threats: Around["threats"]) {
  const outside = {
    id: freshId("outside", idsIn(model, lists)),
    name: "Outside of all zones",
    risk: { trustRating: 50 },
  };
  const zones = new Map(model.zones.map((one) => [one.id, one]));
  const owners = new Map([...ownZones(model)].map(([element, zone]) => [zone.id, element]));
  const corner = (id: string | null): { x: number; y: number } => {
    // A zone that is drawn nowhere adds nothing; chains of zones end in a model that holds in itself.
    const zone = id === null ? undefined : zones.get(id);
    return zone?.box ?? (zone ? corner(zone.parent) : { x: 0, y: 0 });
  };
  const parent = (id: string | null): object => {
    const zone = id === null ? undefined : zones.get(id);
    if (!zone) return { trustZone: outside.id };
    const owner = owners.get(zone.id);
    if (owner !== undefined) return { component: fileId(owner) };
    const isComponent = typeof saidBy(format, zone)["component"] === "string";
    return { [isComponent ? "component" : "trustZone"]: fileId(zone.id) };
  };
  return { outside, around: { fileId, parent, corner, threats } satisfies Around };
}

/** What each part is called in the file: as it was there, or by its id here. */
function fileIdsOf(model: Model): (id: string) => string {
  const own = new Map<string, string>();
  const used = new Set<string>();
  for (const list of lists) {
    for (const { id, ...part } of model[list] as { id: string; extra?: Model["extra"] }[]) {
      const said = saidBy(format, part)["id"];
      if (typeof said !== "string" || used.has(`${list}\n${said}`)) continue;
      own.set(id, said);
      used.add(`${list}\n${said}`);
    }
  }
  return (id) => own.get(id) ?? id;
}

/** What readers of OTM have no field for. It is in the file all the same, and comes back from it. */
function unseenOf(model: Model): string[] {
  const parts = [
    model.assumptions.length > 0 && counted(model.assumptions.length, "assumption"),
    model.decisions.length > 0 &&
      counted(model.decisions.length, "decision on findings", "decisions on findings"),
  ].filter((one) => typeof one === "string");
  if (model.elements.length + model.flows.length + parts.length === 0) return [];
  const all = ["controls", "protocols", "authentication and encryption of flows", ...parts];
  return [
    `OTM has no word for ${listed(all)}. They are in the file as an attribute, and come back when it is read here.`,
  ];
}
