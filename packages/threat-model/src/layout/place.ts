import type { Flow, Model } from "../model/model.ts";
import {
  boxAt,
  contains,
  elementSize,
  framed,
  overlap,
  padding,
  union,
  widened,
  type Box,
  type Point,
} from "./box.ts";
import { freshLayout, moveInto, partOf, sizeOfZone, type Layout } from "./fresh.ts";
import type { Tree } from "./tree.ts";

/** Something new, as one block: an element, or a zone none of whose parts has a place yet. */
type Block = { zone: string | null; host: string | null; part: Layout; size: Size };
type Size = { width: number; height: number };

const gap = 32;
const step = { x: 52, y: 26 };

/** Adds what has no place yet beside its neighbours, in its zone, clear of all that has one. */
export function placeNew(model: Model, tree: Tree, given: Layout): Layout {
  const found: Layout = { elements: new Map(given.elements), zones: new Map(given.zones) };
  const waiting = blocksOf(model, tree, given);
  while (waiting.length > 0) {
    // Whoever has a neighbour goes first, so that a chain of new parts grows out of the old ones.
    const next = waiting.findIndex((one) => besideNeighbours(one, model.flows, found) !== null);
    const [block] = waiting.splice(Math.max(next, 0), 1);
    put(found, block!, spotFor(block!, { flows: model.flows, tree, found }));
  }
  for (const [id, box] of drawnZones(tree, found)) found.zones.set(id, box);
  return found;
}

function blocksOf(model: Model, tree: Tree, given: Layout): Block[] {
  const hasPlace = (zone: string): boolean => {
    const { zones, elements } = partOf(tree, zone);
    return (
      [zone, ...zones].some((one) => given.zones.has(one)) ||
      elements.some((one) => given.elements.has(one))
    );
  };
  const blocks: Block[] = [];
  const walk = (host: string | null): void => {
    for (const { id } of tree.zonesIn(host)) {
      if (hasPlace(id)) walk(id);
      else {
        const part = freshLayout(tree, model.flows, id);
        blocks.push({ zone: id, host, part, size: sizeOfZone(part) });
      }
    }
    for (const { id } of tree.elementsIn(host)) {
      if (given.elements.has(id)) continue;
      const part: Layout = { elements: new Map([[id, { x: 0, y: 0 }]]), zones: new Map() };
      blocks.push({ zone: null, host, part, size: elementSize });
    }
  };
  walk(null);
  return blocks;
}

function put(found: Layout, { zone, part, size }: Block, at: Point): void {
  if (zone === null) {
    for (const id of part.elements.keys()) found.elements.set(id, at);
    return;
  }
  const box = { ...at, ...size };
  found.zones.set(zone, box);
  moveInto(found, part, box);
}

/** Right of whom it hears from, left of whom it talks to; null where none of them has a place. */
function besideNeighbours(block: Block, flows: readonly Flow[], found: Layout): Point | null {
  const wishes: Point[] = [];
  for (const { source, target } of flows) {
    const [here, there] = [block.part.elements.has(source), block.part.elements.has(target)];
    if (here === there) continue;
    const other = found.elements.get(here ? target : source);
    if (!other) continue;
    const x = here ? other.x - 2 * gap - block.size.width : other.x + elementSize.width + 2 * gap;
    wishes.push({ x, y: other.y });
  }
  if (wishes.length === 0) return null;
  const mean = (all: number[]) => Math.round(all.reduce((sum, one) => sum + one, 0) / all.length);
  return { x: mean(wishes.map(({ x }) => x)), y: mean(wishes.map(({ y }) => y)) };
}

type Around = { flows: readonly Flow[]; tree: Tree; found: Layout };

function spotFor(block: Block, { flows, tree, found }: Around): Point {
  const drawn = drawnZones(tree, found);
  const all = union([...drawn.values(), ...[...found.elements.values()].map(boxAt)]);
  const outside = { x: (all ? all.x + all.width : 0) + 3 * gap, y: all?.y ?? 0 };
  const host = block.host === null ? undefined : drawn.get(block.host);
  const inHost = host && { x: host.x + padding.side, y: host.y + padding.top };
  const wish = besideNeighbours(block, flows, found) ?? inHost ?? outside;
  const given = block.host === null ? undefined : found.zones.get(block.host);
  const isFree = freedom(block, { tree, found, drawn });
  if (given) {
    const room = inside(given);
    const held = search(clamped(wish, block.size, room), (at) => {
      const box = { ...at, ...block.size };
      return contains(room, box) && isFree(box);
    });
    if (held) return held;
  }
  return search(wish, (at) => isFree({ ...at, ...block.size })) ?? outside;
}

const inside = ({ x, y, width, height }: Box): Box => ({
  x: x + padding.side / 2,
  y: y + padding.top / 2,
  width: width - padding.side,
  height: height - padding.top / 2 - padding.side / 2,
});

const clamped = (at: Point, size: Size, room: Box): Point => ({
  x: Math.max(room.x, Math.min(at.x, room.x + room.width - size.width)),
  y: Math.max(room.y, Math.min(at.y, room.y + room.height - size.height)),
});

/** Near points close together, far ones further apart: whoever finds no room near looks wide, and not for ever. */
const rings: readonly Point[] = [
  ...lattice(step, 12),
  ...lattice({ x: step.x * 4, y: step.y * 4 }, 14),
];

function lattice({ x, y }: Point, size: number): Point[] {
  const points: Point[] = [];
  for (let right = -size; right <= size; right += 1) {
    for (let down = -size; down <= size; down += 1) points.push({ x: right * x, y: down * y });
  }
  return points.toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
}

/** The nearest point that fits. */
function search(from: Point, fits: (at: Point) => boolean): Point | null {
  for (const { x, y } of rings) {
    const at = { x: from.x + x, y: from.y + y };
    if (fits(at)) return at;
  }
  return null;
}

type Drawn = { tree: Tree; found: Layout; drawn: ReadonlyMap<string, Box> };

/** Whether a block may stand there: clear of all others, also once the zones around it have grown with it. */
function freedom(block: Block, { tree, found, drawn }: Drawn): (box: Box) => boolean {
  const chain = tree.chain(block.host);
  const elements = [...found.elements].map(([id, at]) => ({
    box: boxAt(at),
    chain: tree.chain(tree.zoneOf(id)),
  }));
  const zones = [...drawn].map(([id, box]) => ({ box, id, chain: tree.chain(id) }));
  const hits = (box: Box, others: readonly { box: Box }[]) =>
    others.some((one) => overlap(box, one.box));
  const strangers = chain.map((id, depth) => ({
    now: drawn.get(id),
    kept: found.zones.has(id),
    others: [
      ...elements.filter((one) => !one.chain.includes(id)),
      ...zones.filter((one) => !one.chain.includes(id) && !chain.slice(depth).includes(one.id)),
    ],
  }));
  const beside = [...elements, ...zones.filter(({ id }) => !chain.includes(id))];
  return (box) => {
    if (hits(widened(box, gap / 2), beside)) return false;
    let grown = box;
    for (const { now, kept, others } of strangers) {
      grown = kept && now ? now : union([framed(grown), ...(now ? [now] : [])])!;
      if (!kept && hits(grown, others)) return false;
    }
    return true;
  };
}

/** Every zone that has a place or something with one in it: its own box, or one drawn round its members. */
export function drawnZones(tree: Tree, found: Layout): Map<string, Box> {
  const drawn = new Map<string, Box>();
  const draw = (id: string): void => {
    for (const zone of tree.zonesIn(id)) draw(zone.id);
    const own = found.zones.get(id);
    const members = [
      ...tree.zonesIn(id).flatMap((zone) => drawn.get(zone.id) ?? []),
      ...tree.elementsIn(id).flatMap((one) => {
        const at = found.elements.get(one.id);
        return at ? [boxAt(at)] : [];
      }),
    ];
    const around = union(members);
    if (own) drawn.set(id, own);
    else if (around) drawn.set(id, framed(around));
  };
  for (const { id } of tree.zonesIn(null)) draw(id);
  return drawn;
}
