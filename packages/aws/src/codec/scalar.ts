import { Buffer } from "node:buffer";

import { wrong, type Reading } from "./reading.ts";
import type { Shape } from "./shape.ts";
import { parseTimestamp } from "./timestamp.ts";

const integer = /^[+-]?\d{1,18}$/;
const decimal = /^[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?$/;
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The bytes of base64 text, or null. Line breaks are allowed in it. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const plain = text.replaceAll(/\s/g, "");
  if (!base64.test(plain)) return null;
  return new Uint8Array(Buffer.from(plain, "base64"));
}

export const base64OfBytes = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

type Parse = (text: string) => unknown;

const whole: Parse = (text) => (integer.test(text) ? Number(text) : null);
const fraction: Parse = (text) => (decimal.test(text) ? Number(text) : null);

/** Null where the text is no such value. */
const parsers: Partial<Record<Shape["type"], Parse>> = {
  string: (text) => text,
  character: (text) => text,
  integer: whole,
  long: whole,
  float: fraction,
  double: fraction,
  boolean: (text) => ({ true: true, false: false })[text] ?? null,
  timestamp: parseTimestamp,
  blob: bytesOfBase64,
};

type Place = { reading: Reading; path: string };

/** A value that stands as text in a query, a header, a path or an XML element. */
export function scalarOf(text: string, shape: Shape, { reading, path }: Place): unknown {
  const parse = parsers[shape.type];
  if (!parse) return wrong(reading, `${path} holds text where ${shape.type} values belong.`);
  // Only strings keep white space around them: XML is often indented.
  const value = parse(shape.type === "string" ? text : text.trim());
  return value ?? wrong(reading, `The value at ${path} is no ${shape.type}.`);
}
