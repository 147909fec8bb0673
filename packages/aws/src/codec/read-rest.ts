import type { Operation } from "./model.ts";
import { payloadOf } from "./model.ts";
import { decodeText, parseJson } from "./body-text.ts";
import { readJson } from "./read-json.ts";
import { readXml } from "./read-xml.ts";
import { wrong, type Reading } from "./reading.ts";
import type { RestRequest } from "./route.ts";
import { scalarOf } from "./scalar.ts";
import type { Member, Shape } from "./shape.ts";
import { parseXml } from "./xml-parse.ts";

type Parts = RestRequest & {
  labels: ReadonlyMap<string, string>;
  body: Uint8Array;
  format: "json" | "xml";
};

/** The input of a REST operation: from path, query, headers and body. */
export function readRest({ input }: Operation, parts: Parts, reading: Reading) {
  if (!input) return {};
  const found: [string, unknown][] = [];
  for (const member of input.members) {
    const value = elsewhere(member, parts, reading);
    if (value !== undefined) found.push([member.name, value]);
  }
  return { ...Object.fromEntries(found), ...readBody(input, parts, reading) };
}

function elsewhere(member: Member, parts: Parts, reading: Reading): unknown {
  const wire = member.locationName ?? member.name;
  if (member.location === "uri") {
    const text = unescaped(parts.labels.get(wire) ?? "");
    return text === null
      ? wrong(reading, `The path holds a broken escape in ${wire}.`)
      : scalarOf(text, member.of, { reading, path: wire });
  }
  if (member.location === "querystring") return fromQuery(member, parts.query, reading);
  if (member.location === "header") {
    const name = wire.toLowerCase();
    if (!Object.hasOwn(parts.headers, name)) return undefined;
    return fromHeader(parts.headers[name] ?? "", member, reading);
  }
  return member.location === "headers" ? withPrefix(wire, parts.headers) : undefined;
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function fromQuery(member: Member, query: RestRequest["query"], reading: Reading): unknown {
  const wire = member.locationName ?? member.name;
  const values = query.filter(([name]) => name === wire).map(([, value]) => value);
  const [first] = values;
  if (first === undefined) return undefined;
  const item = member.of.member?.of;
  return item
    ? values.map((value) => scalarOf(value, item, { reading, path: wire }))
    : scalarOf(first, member.of, { reading, path: wire });
}

function fromHeader(text: string, { of, name }: Member, reading: Reading): unknown {
  const item = of.member?.of;
  return item
    ? text.split(",").map((part) => scalarOf(part.trim(), item, { reading, path: name }))
    : scalarOf(text, of, { reading, path: name });
}

/** Metadata of an object: "x-amz-meta-owner: ana" is { owner: "ana" }. */
function withPrefix(prefix: string, headers: RestRequest["headers"]) {
  const start = prefix.toLowerCase();
  const found = Object.entries(headers).filter(([name]) => name.startsWith(start));
  return found.length === 0
    ? undefined
    : Object.fromEntries(found.map(([name, value]) => [name.slice(start.length), value]));
}

function readBody(input: Shape, parts: Parts, reading: Reading): Record<string, unknown> {
  const payload = payloadOf(input);
  if (payload?.of.type === "blob")
    return payload.streaming || parts.body.length > 0 ? { [payload.name]: parts.body } : {};
  const hasBody = payload ?? input.members.some(({ location }) => !location);
  if (!hasBody || parts.body.length === 0) return {};
  reading.kind = "malformed";
  const text = decodeText(parts.body);
  if (text === null) {
    wrong(reading, "The body is no UTF-8.");
    return {};
  }
  if (payload?.of.type === "string") return { [payload.name]: text };
  const value = structured(text, payload?.of ?? input, { parts, reading });
  if (payload) return { [payload.name]: value };
  return value as Record<string, unknown>;
}

type Context = { parts: Parts; reading: Reading };

function structured(text: string, shape: Shape, { parts, reading }: Context): unknown {
  if (parts.format === "json") {
    const json = parseJson(text);
    if (json === undefined) return wrong(reading, "The body is no JSON.");
    return readJson(json, shape, { reading, path: "", depth: 0 });
  }
  const root = parseXml(text);
  if (!root) return wrong(reading, "The XML of the body is not well-formed.");
  return readXml(root, shape, { reading, depth: 0 });
}
