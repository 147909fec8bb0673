import type { Edge, Node } from "@xyflow/react";

import type { Box } from "../../layout/box.ts";

type Part = Node | Edge;

/** The parts as they are now; those that look as before are the objects of before. */
export function kept<P extends Part>(before: readonly P[], now: readonly P[]): P[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return now.map((one) => {
    const old = known.get(one.id);
    if (!old) return one;
    if (looksAlike(old, one)) return old;
    return old.selected ? { ...one, selected: true } : one;
  });
}

/** Made anew for every node, and alike where what is in them is. */
const objects = new Set(["data", "position", "measured", "style"]);

function looksAlike(old: Part, now: Part): boolean {
  return (
    Object.entries(now).every(([key, value]) => {
      const before: unknown = (old as Record<string, unknown>)[key];
      return objects.has(key) ? shallowAlike(before, value) : before === value;
    }) && "parentId" in old === "parentId" in now
  );
}

function shallowAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isRecord(a) || !isRecord(b)) return false;
  return Object.entries(b).every(([key, value]) => sameValue(a[key], value));
}

const sameValue = (a: unknown, b: unknown) =>
  a === b ||
  (Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((one, at) => one === b[at]));

const isRecord = (one: unknown): one is Record<string, unknown> =>
  typeof one === "object" && one !== null;

/** The parts with this one chosen, and no other. */
export const selecting = <P extends Part>(parts: readonly P[], id: string | null): P[] =>
  parts.map((one) =>
    (one.selected ?? false) === (one.id === id) ? one : { ...one, selected: one.id === id },
  );

/** Places on the canvas of nodes whose positions count from their parent's corner. Parents come first. */
export function boxesOf(nodes: readonly Node[]): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { id, parentId, position, width = 0, height = 0 } of nodes) {
    const parent = parentId === undefined ? undefined : boxes.get(parentId);
    const { x, y } = parent ?? { x: 0, y: 0 };
    boxes.set(id, { x: x + position.x, y: y + position.y, width, height });
  }
  return boxes;
}
