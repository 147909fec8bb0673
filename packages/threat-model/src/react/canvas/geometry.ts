import type { Box, Point } from "../../layout/layout.ts";

/** A flow as it is drawn: its path, points along it, and the place of its name. */
export type Line = {
  path: string;
  points: readonly Point[];
  label: Point;
  /** A name stands above a line that lies, and beside one that stands. */
  stands: boolean;
};

/** Between an element's border and the tip of an arrow. */
const gapPx = 3;
const samples = 24;

type Ends = { source: Box; target: Box; route: readonly Point[]; bendPx: number };

/** From border to border: through the corners of `route`, or bent sideways where flows lie side by side. */
export function lineBetween({ source, target, route, bendPx }: Ends): Line {
  if (sameBox(source, target)) return loopAt(source);
  if (route.length > 0) return through(source, target, route);
  const [from, to] = [centre(source), centre(target)];
  const middle = between(from, to, 0.5);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // At right angles to the line, so that there and back bend to different sides.
  const bend = {
    x: middle.x + ((from.y - to.y) / length) * bendPx,
    y: middle.y + ((to.x - from.x) / length) * bendPx,
  };
  const start = borderToward(source, bend);
  const end = borderToward(target, bend);
  const points = steps((t) => between(between(start, bend, t), between(bend, end, t), t));
  return {
    path: `M ${at(start)} Q ${at(bend)} ${at(end)}`,
    points,
    label: points[samples / 2]!,
    stands: isSteep(start, end),
  };
}

function through(source: Box, target: Box, route: readonly Point[]): Line {
  const start = borderToward(source, route[0]!);
  const end = borderToward(target, route.at(-1)!);
  const points = [start, ...route, end];
  const half = Math.floor((points.length - 1) / 2);
  return {
    path: `M ${points.map(at).join(" L ")}`,
    points,
    label: between(points[half]!, points[half + 1]!, 0.5),
    stands: isSteep(points[half]!, points[half + 1]!),
  };
}

/** A flow of an element to itself: an ear at its upper right corner. */
function loopAt({ x, y, width }: Box): Line {
  const [start, end] = [
    { x: x + width - 44, y: y - gapPx },
    { x: x + width + gapPx, y: y + 28 },
  ];
  const [one, two] = [
    { x: start.x, y: y - 64 },
    { x: end.x + 52, y: end.y },
  ];
  const points = steps((t) => {
    const [a, b, c] = [between(start, one, t), between(one, two, t), between(two, end, t)];
    return between(between(a, b, t), between(b, c, t), t);
  });
  return {
    path: `M ${at(start)} C ${at(one)} ${at(two)} ${at(end)}`,
    points,
    label: { x: x + width + 16, y: y - 40 },
    stands: true,
  };
}

const isSteep = (a: Point, b: Point) => Math.abs(b.y - a.y) > Math.abs(b.x - a.x);

/** Where the line from the centre of a box to a point leaves the box. */
export function borderToward(box: Box, point: Point): Point {
  const from = centre(box);
  const [dx, dy] = [point.x - from.x, point.y - from.y];
  const [halfWidth, halfHeight] = [box.width / 2 + gapPx, box.height / 2 + gapPx];
  const scale = Math.min(halfWidth / Math.abs(dx || 1e-9), halfHeight / Math.abs(dy || 1e-9));
  return { x: from.x + dx * scale, y: from.y + dy * scale };
}

/** Where a line first goes through the border of a box; null where it does not. */
export function crossingOf(points: readonly Point[], box: Box): Point | null {
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from || isIn(box, from) === isIn(box, to)) continue;
    let [near, far] = [from, to];
    for (let halving = 0; halving < 8; halving += 1) {
      const middle = between(near, far, 0.5);
      if (isIn(box, middle) === isIn(box, from)) near = middle;
      else far = middle;
    }
    return far;
  }
  return null;
}

/** In degrees, of the last stretch of a line; 0 points to the right. */
export function headingOf(points: readonly Point[]): number {
  const [from, to] = [points.at(-2), points.at(-1)];
  if (!from || !to) return 0;
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

export const isIn = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

export const centre = ({ x, y, width, height }: Box): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

const steps = (point: (t: number) => Point): Point[] =>
  Array.from({ length: samples + 1 }, (_, index) => point(index / samples));

const at = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;

const sameBox = (a: Box, b: Box) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
