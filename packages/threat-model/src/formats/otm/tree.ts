import type { OtmComponent, OtmFile, OtmParent, OtmZone } from "./shape.ts";
import { isBoundaryType } from "./component-types.ts";

/**
 * What stands in what. Components that hold others are drawn as zones, as networks are that come of
 * infrastructure code; where a flow ends at one, or a threat hits it, it is an element inside of that zone
 * as well.
 */
export type Tree = {
  /** "zone": only that. "both": a zone, and an element in it. */
  roleOf: (component: OtmComponent) => "element" | "zone" | "both";
  /** In pixels of the whole canvas: positions in the file count from the corner of what is around. */
  cornerOf: (part: OtmZone | OtmComponent) => { x: number; y: number } | null;
};

export function treeOf(file: OtmFile): Tree {
  const zones = new Map(file.trustZones.map((one) => [one.id, one]));
  const components = new Map(file.components.map((one) => [one.id, one]));
  const holders = new Set(
    [...file.trustZones, ...file.components].map(({ parent }) => parent.component),
  );
  const ends = new Set(file.dataflows.flatMap(({ source, destination }) => [source, destination]));
  const outOf = ({ trustZone, component }: OtmParent) =>
    component === "" ? zones.get(trustZone) : components.get(component);
  const origins = new Map<OtmZone | OtmComponent, Point>();
  return {
    roleOf: (component) => {
      const isEnd = ends.has(component.id) || component.threats.length > 0;
      if (holders.has(component.id)) return isEnd ? "both" : "zone";
      return isBoundaryType(component.type) && !isEnd ? "zone" : "element";
    },
    cornerOf: (part) => {
      const own = positionOf(part);
      const corner = originOf(part);
      return own && { x: own.x + corner.x, y: own.y + corner.y };
    },
  };
  /** The corner of what is around a part: its own position counts from there. */
  function originOf(part: OtmZone | OtmComponent): Point {
    const walked: (OtmZone | OtmComponent)[] = [];
    let around: OtmZone | OtmComponent | undefined = part;
    // Outwards to what is known already, or to the end; a part that stands in itself counts as the outermost.
    while (around && !origins.has(around)) {
      origins.set(around, { x: 0, y: 0 });
      walked.push(around);
      around = outOf(around.parent);
    }
    for (const one of walked.toReversed()) {
      const outer = outOf(one.parent);
      const origin = (outer && origins.get(outer)) ?? { x: 0, y: 0 };
      const { x, y } = (outer && positionOf(outer)) ?? { x: 0, y: 0 };
      origins.set(one, { x: origin.x + x, y: origin.y + y });
    }
    return origins.get(part) ?? { x: 0, y: 0 };
  }
}

type Point = { x: number; y: number };

/** The first representation that says where; the others show code. */
export const drawnIn = ({ representations }: OtmZone | OtmComponent) =>
  representations.find(({ position }) => position);

function positionOf(part: OtmZone | OtmComponent): { x: number; y: number } | null {
  const { position } = drawnIn(part) ?? {};
  return position ? { x: position.x ?? 0, y: position.y ?? 0 } : null;
}
