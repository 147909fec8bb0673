import type { Model } from "../model/model.ts";
import { freshLayout, type Layout } from "./fresh.ts";
import { placeNew } from "./place.ts";
import { treeOf } from "./tree.ts";

export { elementSize, type Box, type Point } from "./box.ts";
export type { Layout } from "./fresh.ts";

/**
 * Where every element (its upper left corner; all have `elementSize`) and every zone is drawn, in pixels.
 * Positions and boxes that the model has are kept as they are; only what has none is laid out.
 */
export function layoutOf(model: Model): Layout {
  const tree = treeOf(model);
  const given: Layout = { elements: new Map(), zones: new Map() };
  for (const { id, position } of tree.elements.values()) {
    if (position) given.elements.set(id, position);
  }
  for (const { id, box } of tree.zones.values()) {
    if (box) given.zones.set(id, box);
  }
  if (given.elements.size + given.zones.size === 0) return freshLayout(tree, model.flows, null);
  return placeNew(model, tree, given);
}
