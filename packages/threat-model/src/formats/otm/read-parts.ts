import {
  dataAsset,
  element as elementShape,
  flow as flowShape,
  zone as zoneShape,
  type DataAsset,
  type Element,
  type Flow,
  type Zone,
} from "../../model/model.ts";
import { same } from "../common/equal.ts";
import { extraOf, nonEmpty, without } from "../common/loose.ts";
import type { Names } from "../common/names.ts";
import { stencilOf, typeWordOf } from "./component-types.ts";
import { madeAssetRisk, madeAssets, madeRepresentation } from "./made.ts";
import type { OtmAsset, OtmComponent, OtmDataflow, OtmParent, OtmZone } from "./shape.ts";
import { drawnIn, type Tree } from "./tree.ts";
import { classOf, format } from "./words.ts";

export type Reading = { names: Names; tree: Tree };

/** Nothing is known of a zone that says nothing of its trust. */
const unknownTrust = 50;

export function readAsset(one: OtmAsset, { names }: Reading): DataAsset {
  const id = names.claim("asset", one.id);
  const level = classOf(one.risk?.confidentiality ?? null);
  return {
    ...dataAsset.parse({ id, name: "" }),
    name: one.name,
    description: one.description,
    class: level,
    extra: extraOf(format, {
      id: fileIdOf("asset", one.id, { id, names }),
      risk: one.risk && !same(one.risk, madeAssetRisk(level)) ? one.risk : undefined,
      more: nonEmpty(without(one, ["id", "name", "description", "risk"])),
    }),
  };
}

export function readZone(one: OtmZone, reading: Reading): Zone {
  const id = reading.names.claim("zone", one.id);
  const trust = one.risk?.trustRating ?? unknownTrust;
  const rest = without(one.risk ?? {}, ["trustRating"]);
  return {
    ...zoneShape.parse({ id, name: "", trust: Math.min(100, Math.max(0, trust)) }),
    name: one.name,
    description: one.description,
    // Zones are named before all of them are claimed; see `around`.
    box: boxOf(one, reading),
    extra: extraOf(format, {
      id: fileIdOf("zone", one.id, { id, names: reading.names }),
      representations: representationsOf(one),
      risk: nonEmpty(rest),
      more: nonEmpty(
        without(one, ["id", "name", "description", "risk", "parent", "representations"]),
      ),
    }),
  };
}

/** A component that holds others. Trust it has none: it is as trusted as what is around it. */
export function readComponentZone(one: OtmComponent, reading: Reading, isBoth: boolean): Zone {
  const { names } = reading;
  const kind = isBoth ? "zone of component" : "component";
  const id = names.claim(kind, one.id, isBoth ? `${one.id}-zone` : one.id);
  const zone = zoneShape.parse({ id, name: "", trust: unknownTrust });
  const box = boxOf(one, reading);
  if (isBoth) {
    return { ...zone, name: one.name, box, extra: extraOf(format, { of: one.id }) };
  }
  return {
    ...zone,
    name: one.name,
    description: one.description,
    box,
    extra: extraOf(format, {
      component: one.type,
      ...componentExtra(one, { id, names }),
      assets: nonEmpty([...one.assets.stored, ...one.assets.processed]) ? one.assets : undefined,
      tags: nonEmpty(one.tags) ? one.tags : undefined,
    }),
  };
}

export function readElement(one: OtmComponent, reading: Reading, isBoth: boolean): Element {
  const { names } = reading;
  const id = names.claim("component", one.id);
  const stencil = stencilOf(one.type);
  const assets = [...new Set([...one.assets.stored, ...one.assets.processed])];
  return {
    ...elementShape.parse({ id, name: "", ...stencil }),
    name: one.name,
    description: one.description,
    data: assets.map((asset) => names.find("asset", asset) ?? asset),
    tags: one.tags,
    position: isBoth ? null : reading.tree.cornerOf(one),
    extra: extraOf(format, {
      type: typeWordOf(stencil, undefined) === one.type ? undefined : one.type,
      ...componentExtra(one, { id, names }),
      representations: isBoth ? nonEmpty(one.representations) : representationsOf(one),
      assets: same(one.assets, madeAssets(stencil.type, assets)) ? undefined : one.assets,
    }),
  };
}

export function readFlow(one: OtmDataflow, { names }: Reading): Flow {
  const id = names.claim("dataflow", one.id);
  const end = (given: string) => names.find("component", given) ?? given;
  return {
    ...flowShape.parse({ id, name: "", source: "none", target: "none" }),
    name: one.name,
    description: one.description,
    source: end(one.source),
    target: end(one.destination),
    bidirectional: one.bidirectional,
    data: one.assets.map((asset) => names.find("asset", asset) ?? asset),
    tags: one.tags,
    extra: extraOf(format, {
      id: fileIdOf("dataflow", one.id, { id, names }),
      more: nonEmpty(without(one, knownOfFlow)),
    }),
  };
}

const knownOfFlow = [
  "id",
  "name",
  "description",
  "source",
  "destination",
  "bidirectional",
  "assets",
  "threats",
  "tags",
];
const knownOfComponent = [
  "id",
  "name",
  "description",
  "type",
  "parent",
  "representations",
  "assets",
  "threats",
  "tags",
];

const componentExtra = (one: OtmComponent, { id, names }: { id: string; names: Names }) => ({
  id: fileIdOf("component", one.id, { id, names }),
  representations: representationsOf(one),
  more: nonEmpty(without(one, knownOfComponent)),
});

/** The zone of a parent; what is not in the file keeps the name that it has there. */
export function around(parent: OtmParent, { names }: Reading): string | null {
  const { trustZone, component } = parent;
  if (component !== "") {
    return (
      names.find("zone of component", component) ?? names.find("component", component) ?? component
    );
  }
  return trustZone === "" ? null : (names.find("zone", trustZone) ?? trustZone);
}

/** What the file calls a part, where that is no id here. Of two parts of one id, only the first keeps it. */
export const fileIdOf = (
  kind: string,
  given: string,
  { id, names }: { id: string; names: Names },
): string | undefined =>
  given !== id && given !== "" && names.find(kind, given) === id ? given : undefined;

function boxOf(one: OtmZone | OtmComponent, { tree }: Reading): Zone["box"] {
  const corner = tree.cornerOf(one);
  const { width, height } = drawnIn(one)?.size ?? {};
  return corner && width && height && width > 0 && height > 0 ? { ...corner, width, height } : null;
}

/** Undefined where there are none, or the one that this export makes. */
function representationsOf(one: OtmZone | OtmComponent): unknown {
  const [first, ...others] = one.representations;
  const { x, y } = first?.position ?? {};
  const { width, height } = first?.size ?? {};
  const drawn = {
    position: { x: x ?? 0, y: y ?? 0 },
    size: { width: width ?? 0, height: height ?? 0 },
  };
  const isMade = others.length === 0 && same(first, madeRepresentation(one.id, drawn));
  return isMade ? undefined : nonEmpty(one.representations);
}
