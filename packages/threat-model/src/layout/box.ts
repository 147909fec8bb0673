import type { Zone } from "../model/model.ts";

/** In pixels of the canvas; x and y are the upper left corner. */
export type Box = NonNullable<Zone["box"]>;
export type Point = { x: number; y: number };

/** Every element is drawn this large. */
export const elementSize = { width: 168, height: 64 } as const;

/** Between a zone's border and what it holds; above there is room for its title. */
export const padding = { side: 28, top: 48 } as const;
/** Of a zone that holds nothing. */
export const emptyZone = { width: 200, height: 96 } as const;

export const boxAt = ({ x, y }: Point): Box => ({ x, y, ...elementSize });

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const contains = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** The smallest box round all; null of none. */
export function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The border of a zone that holds this. */
export const framed = ({ x, y, width, height }: Box): Box => ({
  x: x - padding.side,
  y: y - padding.top,
  width: width + 2 * padding.side,
  height: height + padding.top + padding.side,
});

/** With a gap on all sides, to keep things apart. */
export const widened = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
