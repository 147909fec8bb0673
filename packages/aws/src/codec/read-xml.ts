import { scalarOf } from "./scalar.ts";
import { tooDeep, wrong, type Reading } from "./reading.ts";
import type { Member, Shape } from "./shape.ts";
import type { XmlNode } from "./xml-parse.ts";

type At = { reading: Reading; depth: number };

const localName = (qualified: string) => qualified.slice(qualified.indexOf(":") + 1);

const deeper = ({ reading, depth }: At): At => ({ reading, depth: depth + 1 });

/** Reads an element as a structure; members that go elsewhere than into the body are left out. */
export function readXml(node: XmlNode, shape: Shape, at: At): Record<string, unknown> {
  const byName = new Map<string, XmlNode[]>();
  for (const child of node.children) {
    const same = byName.get(child.name);
    if (same) same.push(child);
    else byName.set(child.name, [child]);
  }
  const found: [string, unknown][] = [];
  for (const member of shape.members) {
    if (member.location) continue;
    const value = readMember(node, byName, { member, at: deeper(at) });
    if (value !== undefined) found.push([member.name, value]);
  }
  return Object.fromEntries(found);
}

type Place = { member: Member; at: At };

function readMember(
  node: XmlNode,
  byName: ReadonlyMap<string, XmlNode[]>,
  { member, at }: Place,
): unknown {
  const wire = member.locationName ?? member.name;
  if (member.xmlAttribute) return node.attributes.get(localName(wire));
  const elements = byName.get(wire);
  const [first] = elements ?? [];
  if (!elements || !first) return undefined;
  const item = member.of.member;
  if (member.flattened && item) return elements.map((one) => readValue(one, item.of, at));
  return readValue(first, member.of, at);
}

function readValue(node: XmlNode, shape: Shape, at: At): unknown {
  const { reading, depth } = at;
  if (tooDeep(reading, depth)) return undefined;
  if (shape.type === "structure") return readXml(node, shape, at);
  if (shape.type === "list") return readList(node, shape, at);
  if (shape.type === "map") return readMap(node, shape, at);
  if (node.children.length > 0) return wrong(reading, `${node.name} holds elements.`);
  return scalarOf(node.text, shape, { reading, path: node.name });
}

function readList({ children }: XmlNode, { member }: Shape, at: At) {
  if (!member) return [];
  const wire = member.locationName ?? "member";
  return children
    .filter(({ name }) => name === wire)
    .map((child) => readValue(child, member.of, deeper(at)));
}

function readMap({ children }: XmlNode, { key, value }: Shape, at: At) {
  if (!key || !value) return {};
  return Object.fromEntries(
    children.map((entry) => {
      const find = (name: string) => entry.children.find((child) => child.name === name);
      const held = find(value.locationName ?? "value");
      return [
        find(key.locationName ?? "key")?.text ?? "",
        held && readValue(held, value.of, deeper(at)),
      ];
    }),
  );
}
