import { emptyModel, type Element, type Model, type Zone } from "../../model/model.ts";
import { same } from "../common/equal.ts";
import { extraOf, nonEmpty, without } from "../common/loose.ts";
import { namesOf } from "../common/names.ts";
import type { Draft, Notice } from "../common/notice.ts";
import { settledWith } from "../common/open.ts";
import { inShape } from "../common/shape-error.ts";
import type { Json } from "../source/tame.ts";
import { madeRepresentations } from "./made.ts";
import {
  around,
  readAsset,
  readComponentZone,
  readElement,
  readFlow,
  readZone,
  type Reading,
} from "./read-parts.ts";
import { readThreats } from "./read-threats.ts";
import { otmFile, type OtmFile } from "./shape.ts";
import { treeOf } from "./tree.ts";
import { format, ownAttribute } from "./words.ts";

const title = "the Open Threat Model";

/** Reads the value of a file of OTM, whether it was JSON or YAML. */
export function readOtm(value: Json): Draft {
  const file = inShape(otmFile, value, title);
  return settledWith(plainDraft(file), file.project.attributes[ownAttribute], title);
}

/** What the file's own words tell, without what this studio wrote beside them. */
export function plainDraft(file: OtmFile): Draft {
  const notices: Notice[] = [];
  const reading: Reading = { names: namesOf(notices), tree: treeOf(file) };
  const data = file.assets.map((one) => readAsset(one, reading));
  const parts = partsOf(file, reading);
  const flows = file.dataflows.map((one) => readFlow(one, reading));
  const model: Model = {
    ...emptyModel(""),
    title: file.project.name,
    description: file.project.description,
    owner: file.project.owner,
    ...parts,
    flows,
    data,
    ...readThreats(file, { names: reading.names, notices }),
    extra: extraOf(format, saidOfFile(file)),
  };
  return { model, notices };
}

function partsOf(file: OtmFile, reading: Reading): { zones: Zone[]; elements: Element[] } {
  const zones = file.trustZones.map((one) => readZone(one, reading));
  const zoneOf = new Map<unknown, Zone>(file.trustZones.map((one, index) => [one, zones[index]!]));
  const elementOf = new Map<unknown, Element>();
  for (const one of file.components) {
    const role = reading.tree.roleOf(one);
    if (role !== "zone") elementOf.set(one, readElement(one, reading, role === "both"));
    if (role !== "element") zoneOf.set(one, readComponentZone(one, reading, role === "both"));
  }
  // All names are known only now.
  for (const [one, zone] of zoneOf) {
    zone.parent = around((one as OtmFile["components"][number]).parent, reading);
  }
  for (const one of file.components) {
    const element = elementOf.get(one);
    if (element) element.zone = zoneOf.get(one)?.id ?? around(one.parent, reading);
  }
  const all = [...zoneOf.values()];
  return { zones: withTrust(all, new Set(zones)), elements: [...elementOf.values()] };
}

/** What stands in a zone and says nothing of trust is as trusted as that zone. */
function withTrust(zones: Zone[], rated: ReadonlySet<Zone>): Zone[] {
  const byId = new Map(zones.map((one) => [one.id, one]));
  const trusts = new Map<Zone, number>([...rated].map((one) => [one, one.trust]));
  return zones.map((zone) => {
    const walked: Zone[] = [];
    let next: Zone | undefined = zone;
    while (next && !trusts.has(next)) {
      trusts.set(next, next.trust);
      walked.push(next);
      next = next.parent === null ? undefined : byId.get(next.parent);
    }
    const trust = (next && trusts.get(next)) ?? zone.trust;
    for (const one of walked) trusts.set(one, trust);
    return { ...zone, trust: trusts.get(zone) ?? zone.trust };
  });
}

function saidOfFile(file: OtmFile) {
  const { project, representations } = file;
  const lists = ["assets", "trustZones", "components", "dataflows", "threats", "mitigations"];
  return {
    file: nonEmpty(without(file, ["project", "representations", ...lists])),
    project: nonEmpty(without(project, ["name", "description", "owner", "attributes"])),
    attributes: nonEmpty(without(project.attributes, [ownAttribute])),
    representations: same(representations, madeRepresentations) ? undefined : representations,
  };
}
