import { checkScalar, entriesOf, listOf, presentMembers } from "./output-value.ts";
import { base64OfBytes } from "./scalar.ts";
import type { Shape } from "./shape.ts";
import { formatTimestamp } from "./timestamp.ts";

/** A value of the shape as JSON.stringify takes it; members that stand in headers are left out. */
export function writeJson(shape: Shape, value: unknown, where: string): unknown {
  if (shape.document) return value;
  if (shape.type === "structure") {
    const members = presentMembers(shape, value, where)
      .filter(([{ location }]) => !location)
      .map(([{ name, locationName, of }, held]) => [
        locationName ?? name,
        writeJson(of, held, `${where}.${name}`),
      ]);
    return Object.fromEntries(members);
  }
  const { member, value: inner } = shape;
  if (shape.type === "list" && member)
    return listOf(value, where).map((one, index) =>
      one === null ? null : writeJson(member.of, one, `${where}.${index}`),
    );
  if (shape.type === "map" && inner)
    return Object.fromEntries(
      entriesOf(value, where).map(([name, one]) => [
        name,
        one === null ? null : writeJson(inner.of, one, `${where}.${name}`),
      ]),
    );
  checkScalar(value, shape, where);
  if (value instanceof Uint8Array) return base64OfBytes(value);
  if (shape.type === "timestamp") return timestamp(value as number, shape);
  // JSON has no such numbers; AWS writes their names.
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

const timestamp = (atMs: number, { timestampFormat = "unixTimestamp" }: Shape) =>
  timestampFormat === "unixTimestamp" ? atMs / 1000 : formatTimestamp(atMs, timestampFormat);
