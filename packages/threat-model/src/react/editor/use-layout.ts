import { layoutOf } from "../../layout/layout.ts";
import type { Model } from "../../model/model.ts";
import type { Layout } from "./props.ts";

// Several drawings may stand on one page; each of them gets the same layout as long as its model is the same.
const known = new WeakMap<Model, Layout>();
let last: { model: Model; layout: Layout } | null = null;

/** Where everything is drawn. Laid out anew only after an edit that the drawing depends on. */
export function useLayout(model: Model): Layout {
  const found = known.get(model);
  if (found) return found;
  const layout = last && isDrawnAlike(last.model, model) ? last.layout : layoutOf(model);
  known.set(model, layout);
  last = { model, layout };
  return layout;
}

function isDrawnAlike(a: Model, b: Model): boolean {
  return (
    alike(a.elements, b.elements, ["id", "zone", "position"]) &&
    alike(a.zones, b.zones, ["id", "parent", "box"]) &&
    alike(a.flows, b.flows, ["source", "target"])
  );
}

function alike<T>(a: readonly T[], b: readonly T[], keys: readonly (keyof T)[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((one, index) => keys.every((key) => one[key] === b[index]?.[key]));
}
