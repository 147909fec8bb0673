import { expect, test } from "vitest";

import { maxJsonDepth } from "./json.ts";
import { model } from "./model.ts";

const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown;
const takes = (extra: unknown) =>
  model.safeParse({ format: 1, title: "", extra: { tool: extra } }).success;

test.each<[string, unknown, boolean]>([
  ["null", null, true],
  ["text", "text", true],
  ["a list of records", [{ a: [1, true, null] }], true],
  ["the deepest", nested(maxJsonDepth), true],
  ["one deeper", nested(maxJsonDepth + 1), false],
  ["what would exhaust the stack", nested(100_000), false],
  ["no number", Number.NaN, false],
  ["a function", () => 1, false],
  ["undefined within", { a: undefined }, false],
])("%s", (_name, value, expected) => {
  expect(takes(value)).toBe(expected);
});

test("a key that names a prototype stays a key", () => {
  const value: unknown = JSON.parse('{"__proto__": {"admin": true}}');
  const read = model.parse({ format: 1, title: "", extra: { tool: value } });
  expect(JSON.stringify(read.extra)).toBe('{"tool":{"__proto__":{"admin":true}}}');
  expect(({} as { admin?: boolean }).admin).toBe(undefined);
});
