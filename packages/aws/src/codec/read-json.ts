import { bytesOfBase64 } from "./scalar.ts";
import { tooDeep, wrong, type Reading } from "./reading.ts";
import type { Shape } from "./shape.ts";
import { parseTimestamp } from "./timestamp.ts";

type At = { reading: Reading; path: string; depth: number };

/** What JSON.parse gives, as a value of the shape. Members that the shape lacks are left out, as AWS does. */
export function readJson(json: unknown, shape: Shape, at: At): unknown {
  const { reading, path, depth } = at;
  if (tooDeep(reading, depth)) return undefined;
  if (shape.document) return bounded(json, reading, depth);
  const read = readers[shape.type];
  const value = read(json, shape, at);
  return value === undefined
    ? wrong(reading, `${path || "The body"} holds ${kindOf(json)} where ${shape.type} belongs.`)
    : value;
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === "object" && json !== null && !Array.isArray(json);

const kindOf = (json: unknown) => (Array.isArray(json) ? "a list" : `a ${typeof json}`);

const inside = (at: At, name: string | number): At => ({
  ...at,
  path: at.path ? `${at.path}.${name}` : String(name),
  depth: at.depth + 1,
});

type Read = (json: unknown, shape: Shape, at: At) => unknown;

const text: Read = (json) => (typeof json === "string" ? json : undefined);

const whole: Read = (json) => (Number.isInteger(json) ? json : undefined);

/** JSON has no number for these three, so they stand as text. */
const beyond = new Map([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
]);

const fraction: Read = (json) =>
  typeof json === "number" ? json : beyond.get(typeof json === "string" ? json : "");

const structure: Read = (json, { members }, at) => {
  if (!isObject(json)) return undefined;
  const found: [string, unknown][] = [];
  for (const { name, locationName, location, of } of members) {
    const wire = locationName ?? name;
    if (location || !Object.hasOwn(json, wire) || json[wire] === null) continue;
    found.push([name, readJson(json[wire], of, inside(at, wire))]);
  }
  return Object.fromEntries(found);
};

const list: Read = (json, { member }, at) => {
  if (!Array.isArray(json) || !member) return undefined;
  // A sparse list keeps its place: null there is no value.
  return json.map((item, index) =>
    item === null ? null : readJson(item, member.of, inside(at, index)),
  );
};

const map: Read = (json, { value }, at) => {
  if (!isObject(json) || !value) return undefined;
  // fromEntries defines own properties, so a key "__proto__" is a key like others.
  return Object.fromEntries(
    Object.entries(json).map(([key, held]) => [
      key,
      held === null ? null : readJson(held, value.of, inside(at, key)),
    ]),
  );
};

const timestamp: Read = (json) => {
  if (typeof json === "number" && Number.isFinite(json)) return Math.round(json * 1000);
  return typeof json === "string" ? (parseTimestamp(json) ?? undefined) : undefined;
};

const blob: Read = (json) =>
  typeof json === "string" ? (bytesOfBase64(json) ?? undefined) : undefined;

const readers: Record<Shape["type"], Read> = {
  structure,
  list,
  map,
  string: text,
  character: text,
  integer: whole,
  long: whole,
  float: fraction,
  double: fraction,
  boolean: (json) => (typeof json === "boolean" ? json : undefined),
  timestamp,
  blob,
};

/** Free JSON is taken as it is, but no deeper than all else. */
function bounded(json: unknown, reading: Reading, depth: number): unknown {
  if (typeof json !== "object" || json === null) return json;
  if (!tooDeep(reading, depth))
    for (const held of Object.values(json)) bounded(held, reading, depth + 1);
  return json;
}
