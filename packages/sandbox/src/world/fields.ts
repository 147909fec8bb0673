import type { Json } from "@loopwright/core";

/**
 * Reads what learner code sent. What is not of the wanted shape throws, and the sandbox then answers that
 * the service failed. Only own fields count: a request has no prototype worth asking.
 */
export type Fields = {
  has: (name: string) => boolean;
  text: (name: string, maxChars?: number) => string;
  number: (name: string, range: { min: number; max: number }) => number;
  texts: (name: string, range?: { count?: number; maxChars?: number }) => string[];
  /** Name to text; absent is none. */
  map: (name: string, range?: { count?: number; maxChars?: number }) => [string, string][];
};

export function fieldsOf(request: Json): Fields {
  if (request === null || typeof request !== "object" || Array.isArray(request))
    throw new TypeError("a request is an object");
  const own = (name: string): Json | undefined =>
    Object.hasOwn(request, name) ? request[name] : undefined;
  const has = (name: string) => own(name) !== undefined && own(name) !== null;

  return {
    has,
    text: (name, maxChars = 10_000) => textOf(own(name), name, maxChars),
    number: (name, { min, max }) => {
      const value = own(name);
      if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max)
        throw new RangeError(`${name} is not a whole number from ${min} to ${max}`);
      return value;
    },
    texts: (name, { count = 100, maxChars = 10_000 } = {}) => {
      const value = own(name);
      if (!Array.isArray(value) || value.length > count)
        throw new TypeError(`${name} is not a list of at most ${count}`);
      return value.map((one) => textOf(one, name, maxChars));
    },
    map: (name, { count = 50, maxChars = 10_000 } = {}) => {
      if (!has(name)) return [];
      const value = own(name) as Json;
      if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new TypeError(`${name} is not an object`);
      const entries = Object.entries(value);
      if (entries.length > count) throw new RangeError(`${name} has too many entries`);
      return entries.map(([key, one]) => [textOf(key, name, 200), textOf(one, name, maxChars)]);
    },
  };
}

function textOf(value: Json | undefined, name: string, maxChars: number): string {
  if (typeof value !== "string") throw new TypeError(`${name} is not a text`);
  if (value.length > maxChars) throw new RangeError(`${name} is too long`);
  return value;
}
