import type { Zone } from "../../model/model.ts";

type Box = NonNullable<Zone["box"]>;
type Point = { x: number; y: number };
type Placed = { id: string; box: Box | null };

const area = ({ width, height }: Box): number => width * height;

const holds = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

const centreOf = ({ x, y, width, height }: Box): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/**
 * The zone that something stands in, by its drawing: the smallest box round its centre. Of a zone itself,
 * only larger boxes count, or none could be outermost.
 */
export function innermost(zones: readonly Placed[], inner: Box, self?: string): string | null {
  const centre = centreOf(inner);
  let best: { id: string; area: number } | null = null;
  for (const { id, box } of zones) {
    if (!box || id === self || !holds(box, centre)) continue;
    if (self !== undefined && area(box) <= area(inner)) continue;
    if (!best || area(box) < best.area) best = { id, area: area(box) };
  }
  return best?.id ?? null;
}
