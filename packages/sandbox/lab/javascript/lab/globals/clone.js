const refused = (value) => {
  const error = new Error(`${String(value).slice(0, 100)} could not be cloned.`);
  return Object.assign(error, { name: "DataCloneError", code: 25 });
};

const makers = [
  [Date, (value) => new Date(value)],
  [RegExp, (value) => new RegExp(value.source, value.flags)],
  [ArrayBuffer, (value) => value.slice(0)],
  [Uint8Array, (value) => Uint8Array.from(value)],
  [Map, () => new Map()],
  [Set, () => new Set()],
  [Error, (value) => Object.assign(new Error(value.message), { name: value.name })],
];

function copy(value, seen) {
  if (typeof value === "function" || typeof value === "symbol") throw refused(value);
  if (typeof value !== "object" || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const [kind, make] = makers.find(([type]) => value instanceof type) ?? [];
  const made = make ? make(value) : Array.isArray(value) ? [] : {};
  seen.set(value, made);
  if (kind === Map) for (const [key, one] of value) made.set(copy(key, seen), copy(one, seen));
  if (kind === Set) for (const one of value) made.add(copy(one, seen));
  if (kind) return made;
  // Own keys become own keys, __proto__ too.
  for (const key of Object.keys(value)) {
    const inner = copy(value[key], seen);
    Object.defineProperty(made, key, {
      value: inner,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return made;
}

/** A deep copy of data; functions are refused. */
export const structuredClone = (value) => copy(value, new Map());
