import { same } from "../common/equal.ts";
import { at, without, type JsonRecord } from "../common/loose.ts";

/**
 * Cells as this export makes them. A reader compares with these, so that only what somebody chose otherwise
 * (a colour, a size, a port) is kept as the file's own.
 */

const ports = {
  groups: Object.fromEntries(
    ["top", "right", "bottom", "left"].map((position) => [position, { position }]),
  ),
  items: ["top", "right", "bottom", "left"].map((group) => ({ group, id: group })),
};

export const madeElement = (shape: string, name: string) => ({
  shape,
  size: { width: 168, height: 64 },
  zIndex: 1,
  visible: true,
  attrs: { text: { text: name } },
  ports,
});

export const madeZone = (name: string) => ({
  zIndex: -1,
  visible: true,
  attrs: { label: { text: name } },
});

export const madeFlow = (name: string, bidirectional: boolean) => ({
  width: 200,
  height: 100,
  zIndex: 10,
  connector: "smooth",
  labels: [{ attrs: { labelText: { text: name } }, position: 0.5 }],
  attrs: {
    line: {
      stroke: "#333333",
      strokeWidth: 1.5,
      strokeDasharray: null,
      sourceMarker: { name: bidirectional ? "block" : "" },
      targetMarker: { name: "block" },
    },
  },
});

/** What `actual` says otherwise than `made`, beside the keys that are read by themselves. */
export function chosen(
  actual: Record<string, unknown>,
  made: Record<string, unknown>,
  known: readonly string[],
): JsonRecord | undefined {
  const found = Object.entries(without(actual, known)).filter(
    ([key, value]) => !Object.hasOwn(made, key) || !same(made[key], value),
  );
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The same value with another at the end of a path; objects on the way are made where there are none. */
export function put(value: unknown, path: readonly string[], last: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return last;
  const object = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  return { ...object, [key]: put(at(object, key), rest, last) };
}
