import { treeOf } from "../../layout/tree.ts";
import type { Model } from "../../model/model.ts";

/**
 * The model after an edit, where what was put into another zone without being drawn there loses its place on
 * the canvas, so that the layout finds one inside of that zone. A part whose zone was removed stays.
 */
export function resettled(before: Model, next: Model): Model {
  if (before.zones === next.zones && before.elements === next.elements) return next;
  const zonesLeft = new Set(next.zones.map(({ id }) => id));
  const stays = (zone: string | null) => zone !== null && !zonesLeft.has(zone);
  const zonesBefore = new Map(before.zones.map((one) => [one.id, one]));
  const elementsBefore = new Map(before.elements.map((one) => [one.id, one]));
  const zones = next.zones.filter(({ id, parent, box }) => {
    const old = zonesBefore.get(id);
    return old && old.parent !== parent && old.box === box && !stays(old.parent);
  });
  const elements = next.elements.filter(({ id, zone, position }) => {
    const old = elementsBefore.get(id);
    return old && position && old.zone !== zone && old.position === position && !stays(old.zone);
  });
  if (zones.length + elements.length === 0) return next;
  const loose = new Set([...zones, ...elements].map(({ id }) => id));
  const tree = treeOf(next);
  const isLoose = (id: string, zone: string | null) =>
    loose.has(id) || tree.chain(zone).some((one) => loose.has(one));
  return {
    ...next,
    zones: next.zones.map((one) =>
      one.box && isLoose(one.id, tree.parentOf(one.id)) ? { ...one, box: null } : one,
    ),
    elements: next.elements.map((one) =>
      one.position && isLoose(one.id, tree.zoneOf(one.id)) ? { ...one, position: null } : one,
    ),
  };
}
