import { AppError } from "@loopwright/core";

import { base64OfBytes } from "./scalar.ts";
import type { Member, Shape, TimestampFormat } from "./shape.ts";
import { formatTimestamp } from "./timestamp.ts";

/** An answer that does not fit its shape is a bug of ours, never the caller's. */
export const misfit = (message: string, where: string): AppError =>
  new AppError("internal", {
    message,
    next: "The operation that made this output has to follow the model in packages/aws/models.",
    where,
  });

/** The members of a value that are there, in the model's order. Throws at one that the shape does not know. */
export function presentMembers(shape: Shape, value: unknown, where: string): [Member, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw misfit(`${where} is no structure.`, where);
  const held = value as Record<string, unknown>;
  for (const name of Object.keys(held))
    if (!shape.byName.has(name) && held[name] !== undefined)
      throw misfit(`${shape.name} has no member ${name}.`, `${where}.${name}`);
  const present: [Member, unknown][] = [];
  for (const member of shape.members) {
    const one = Object.hasOwn(held, member.name) ? held[member.name] : undefined;
    if (one !== undefined && one !== null) present.push([member, one]);
  }
  return present;
}

const kinds: Partial<Record<Shape["type"], string>> = {
  string: "string",
  character: "string",
  boolean: "boolean",
  integer: "number",
  long: "number",
  float: "number",
  double: "number",
  timestamp: "number",
};

/** Throws where a value is not what its shape says. */
export function checkScalar(value: unknown, shape: Shape, where: string): void {
  const fits =
    shape.type === "blob" ? value instanceof Uint8Array : typeof value === kinds[shape.type];
  if (!fits) throw misfit(`${where} is no ${shape.type}.`, where);
}

/** A value as text, for an XML element or a header. */
export function textOf(value: unknown, shape: Shape, at: { where: string; time: TimestampFormat }) {
  checkScalar(value, shape, at.where);
  if (shape.type === "timestamp")
    return formatTimestamp(value as number, shape.timestampFormat ?? at.time);
  return value instanceof Uint8Array ? base64OfBytes(value) : String(value);
}

export function listOf(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw misfit(`${where} is no list.`, where);
  return value;
}

export function entriesOf(value: unknown, where: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw misfit(`${where} is no map.`, where);
  return Object.entries(value).filter(([, held]) => held !== undefined);
}
