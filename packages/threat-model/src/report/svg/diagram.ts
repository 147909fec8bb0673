import { boxAt, union, widened, type Box } from "../../layout/box.ts";
import { layoutOf } from "../../layout/layout.ts";
import { treeOf } from "../../layout/tree.ts";
import type { Model } from "../../model/model.ts";
import type { Marks } from "../marks.ts";
import { escapeHtml } from "../escape.ts";
import { routesOf, type Route } from "./routes.ts";
import { elementShape, flowLabel, flowShape, zoneShape } from "./shapes.ts";
import { style } from "./style.ts";

const margin = 28;

/** The data flow diagram as one SVG file: no script, no font, no address but that of SVG itself. */
export function diagramSvg(model: Model, { marks }: { marks?: Marks } = {}): string {
  const { elements, zones } = layoutOf(model);
  const tree = treeOf(model);
  const routes = routesOf(model, elements);
  // From the outermost inwards, so that inner ones are drawn above.
  const depth = (id: string) => tree.chain(id).length;
  const frames = [...zones].toSorted(([a], [b]) => depth(a) - depth(b));
  const { x, y, width, height } = viewOf(
    [...elements.values()].map(boxAt),
    [...zones.values()],
    routes,
  );
  const title = model.title.trim() === "" ? "Data flow diagram" : model.title;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="dfd" role="img" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    `<rect class="paper" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    ...frames.map(([id, box]) => zoneShape(tree.zones.get(id)!, box, marks)),
    ...routes.map((route) => flowShape(route, marks)),
    ...[...elements].map(([id, at]) => elementShape(tree.elements.get(id)!, at, marks)),
    ...routes.map((route) => flowLabel(route, marks)),
    "</svg>",
    "",
  ].join("\n");
}

function viewOf(elements: readonly Box[], zones: readonly Box[], routes: readonly Route[]): Box {
  const corners = routes.flatMap(({ points, label }) =>
    [...points, { x: label.x - 75, y: label.y - 20 }, { x: label.x + 75, y: label.y + 20 }].map(
      ({ x, y }) => ({ x, y, width: 0, height: 0 }),
    ),
  );
  const all = union([...elements, ...zones, ...corners]) ?? { x: 0, y: 0, width: 200, height: 100 };
  const { x, y, width, height } = widened(all, margin);
  return {
    x: Math.floor(x),
    y: Math.floor(y),
    width: Math.ceil(width) + 1,
    height: Math.ceil(height) + 1,
  };
}
