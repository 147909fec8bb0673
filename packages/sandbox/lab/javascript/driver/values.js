/** From values of a program to JSON that a host can judge, and from saved values into steps. */

import { Buffer } from "node:buffer";

const depthMax = 40;
const valuesMax = 20_000;
const textMaxChars = 2_000;
const { stringify } = JSON;
const repr = (text) => ({ $repr: `${text}`.slice(0, textMaxChars) });

/** The value as JSON, with a tag where JSON has no shape for it. */
export function jsonable(value) {
  let left = valuesMax;
  const walk = (one, depth) => {
    left -= 1;
    const plain = scalar(one);
    if (plain !== undefined) return plain;
    if (depth >= depthMax || left < 0) return repr(tagOf(one));
    if (typeof one.toJSON === "function") return walk(one.toJSON(), depth + 1);
    const items = one instanceof Set ? [...one] : one;
    if (Array.isArray(items)) return Array.from(items, (item) => walk(item, depth + 1));
    if (one instanceof Error) return repr(`${one.name}: ${one.message}`);
    const pairs = one instanceof Map ? [...one] : Object.entries(one);
    return fromPairs(pairs.map(([name, inner]) => [String(name), walk(inner, depth + 1)]));
  };
  return walk(value, 0);
}

function scalar(value) {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : repr(value);
  if (typeof value === "bigint") return repr(`${value}n`);
  if (typeof value !== "object") return repr(String(value));
  if (value instanceof ArrayBuffer) return { $base64: base64(new Uint8Array(value)) };
  if (value instanceof Uint8Array) return { $base64: base64(value) };
  return undefined;
}

const tagOf = (value) => Object.prototype.toString.call(value);

/** Without a prototype: `__proto__` is a name like any other. */
const fromPairs = (pairs) => {
  const made = Object.create(null);
  for (const [name, value] of pairs) made[name] = value;
  return made;
};

const base64 = (bytes) => Buffer.from(bytes).toString("base64");

/** Type and message of what was thrown; an error whose own text raises has none. */
export function failure(error) {
  try {
    if (!(error instanceof Error)) return { type: typeof error, message: cut(String(error)) };
    const name = String(error.name);
    const type = name === "Error" ? String(error.constructor?.name || name) : name;
    return { type, message: cut(String(error.message)) };
  } catch {
    return { type: "Error", message: "" };
  }
}
const cut = (text) => text.slice(0, textMaxChars);

const placeholder = /\{\{([A-Za-z_][\w-]*)\}\}/g;
const whole = /^\{\{([A-Za-z_][\w-]*)\}\}$/;
const typedIn = new Set(["json", "args"]);

/** The step with its placeholders replaced; where one is a whole text inside json or args, it keeps its type. */
export function fill(value, saved, typed = false) {
  if (Array.isArray(value)) return value.map((one) => fill(one, saved, typed));
  if (typeof value === "object" && value !== null) {
    return fromPairs(
      Object.entries(value).map(([name, one]) => [
        fill(name, saved),
        fill(one, saved, typed || typedIn.has(name)),
      ]),
    );
  }
  if (typeof value !== "string") return value;
  const name = typed ? whole.exec(value)?.[1] : undefined;
  if (name !== undefined && saved.has(name)) return saved.get(name);
  return value.replace(placeholder, (found, one) =>
    saved.has(one) ? shown(saved.get(one)) : found,
  );
}

const shown = (value) => (typeof value === "string" ? value : stringify(value));

/** RFC 6901. Throws where nothing stands there. */
export function at(value, pointer) {
  let here = value;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, name)) {
      throw new RangeError(`there is no ${pointer}`);
    }
    here = here[name];
  }
  return here;
}
