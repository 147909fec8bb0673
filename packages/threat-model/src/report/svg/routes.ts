import { boxAt, elementSize, type Box, type Point } from "../../layout/box.ts";
import type { Flow, Model } from "../../model/model.ts";

/** How a flow is drawn: its corners, where its label stands, which ends have an arrow head. */
export type Route = { flow: Flow; points: Point[]; label: Point };

const apart = 30;

/** Of every flow whose ends are both drawn. Flows between the same two run side by side. */
export function routesOf(model: Model, elements: ReadonlyMap<string, Point>): Route[] {
  const lanes = new Map<string, Flow[]>();
  for (const flow of model.flows) {
    if (!elements.has(flow.source) || !elements.has(flow.target)) continue;
    const key = [flow.source, flow.target].toSorted().join(" ");
    lanes.set(key, [...(lanes.get(key) ?? []), flow]);
  }
  return [...lanes.values()].flatMap((flows) =>
    flows.map((flow, index) => {
      const [source, target] = [elements.get(flow.source)!, elements.get(flow.target)!].map(boxAt);
      if (flow.source === flow.target) return loop(flow, source!, index);
      const lane = (index - (flows.length - 1) / 2) * apart;
      // Seen from one end, so that a flow and its answer part and do not swap sides.
      const turned = flow.source > flow.target ? -lane : lane;
      return between(flow, [source!, target!], turned);
    }),
  );
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

function between(flow: Flow, [source, target]: [Box, Box], lane: number): Route {
  const [from, to] = [centre(source), centre(target)];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const aside = { x: (-(to.y - from.y) / length) * lane, y: ((to.x - from.x) / length) * lane };
  const shift = (at: Point): Point => ({ x: at.x + aside.x, y: at.y + aside.y });
  const corners = flow.route.length > 0 ? flow.route : [];
  const [start, end] = corners.length > 0 ? [from, to] : [shift(from), shift(to)];
  const points = [
    edge(source, start, corners[0] ?? end),
    ...corners,
    edge(target, end, corners.at(-1) ?? start),
  ];
  return { flow, points, label: middle(points) };
}

function loop(flow: Flow, { x, y }: Box, index: number): Route {
  const [left, out] = [x + elementSize.width * 0.6, 26 + index * apart];
  const right = x + elementSize.width * 0.8;
  const points = [
    { x: left, y },
    { x: left, y: y - out },
    { x: right, y: y - out },
    { x: right, y },
  ];
  return { flow, points, label: { x: (left + right) / 2, y: y - out } };
}

/** Where the line from a point inside of a box to one outside leaves it. */
function edge({ x, y, width, height }: Box, inside: Point, outside: Point): Point {
  const [dx, dy] = [outside.x - inside.x, outside.y - inside.y];
  const steps = [
    dx > 0 ? (x + width - inside.x) / dx : dx < 0 ? (x - inside.x) / dx : Infinity,
    dy > 0 ? (y + height - inside.y) / dy : dy < 0 ? (y - inside.y) / dy : Infinity,
  ];
  const step = Math.max(0, Math.min(...steps));
  return Number.isFinite(step) ? { x: inside.x + dx * step, y: inside.y + dy * step } : inside;
}

/** Half of the way along a line. */
function middle(points: readonly Point[]): Point {
  const legs = points.slice(1).map((to, index) => ({ from: points[index]!, to }));
  const long = ({ from, to }: { from: Point; to: Point }) =>
    Math.hypot(to.x - from.x, to.y - from.y);
  let left = legs.reduce((sum, leg) => sum + long(leg), 0) / 2;
  for (const leg of legs) {
    const length = long(leg);
    if (left <= length && length > 0) {
      const part = left / length;
      return {
        x: leg.from.x + (leg.to.x - leg.from.x) * part,
        y: leg.from.y + (leg.to.y - leg.from.y) * part,
      };
    }
    left -= length;
  }
  return points[0]!;
}
