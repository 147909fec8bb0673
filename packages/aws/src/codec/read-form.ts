import { tooDeep, wrong, type Reading } from "./reading.ts";
import { scalarOf } from "./scalar.ts";
import type { Member, Shape } from "./shape.ts";

/** Parameters by the parts of their dotted names. */
export type FormNode = { text?: string; children: Map<string, FormNode> };

/** How a protocol names a member within its structure, and where a list's items stand. */
type FormNames = {
  member: (member: Member) => string;
  items: (list: Member, node: FormNode) => FormNode | undefined;
};

type At = { reading: Reading; names: FormNames; path: string; depth: number };

export const queryNames: FormNames = {
  member: ({ locationName, name }) => locationName ?? name,
  items: (list, node) =>
    list.flattened ? node : node.children.get(list.of.member?.locationName ?? "member"),
};

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

export const ec2Names: FormNames = {
  member: ({ queryName, locationName, name }) =>
    queryName ?? (locationName ? capital(locationName) : name),
  items: (_list, node) => node,
};

/** Reads the parameters of a request in the query or the EC2 protocol. */
export function readForm(shape: Shape, node: FormNode, at: At): Record<string, unknown> {
  const found: [string, unknown][] = [];
  for (const member of shape.members) {
    const wire = at.names.member(member);
    const child = node.children.get(wire);
    const value = child && readValue(member, child, inside(at, wire));
    if (value !== undefined) found.push([member.name, value]);
  }
  return Object.fromEntries(found);
}

const inside = (at: At, name: string | number): At => ({
  ...at,
  path: at.path ? `${at.path}.${name}` : String(name),
  depth: at.depth + 1,
});

function readValue(member: Member, node: FormNode, at: At): unknown {
  if (tooDeep(at.reading, at.depth)) return undefined;
  if (member.of.type === "structure") return readForm(member.of, node, at);
  if (member.of.type === "list") return readList(member, node, at);
  if (member.of.type === "map") return readMap(member, node, at);
  if (node.text === undefined) return wrong(at.reading, `${at.path} is no structure.`);
  return scalarOf(node.text, member.of, at);
}

function readList(member: Member, node: FormNode, at: At): unknown[] {
  const items = at.names.items(member, node);
  const inner = member.of.member;
  // "Users=" is how clients say: an empty list.
  if (!items || !inner) return [];
  return numbered(items, at).map(([index, child]) => readValue(inner, child, inside(at, index)));
}

function readMap({ of, flattened }: Member, node: FormNode, at: At): Record<string, unknown> {
  const entries = flattened ? node : node.children.get("entry");
  if (!entries || !of.key || !of.value) return {};
  const { key, value } = of;
  return Object.fromEntries(
    numbered(entries, at).map(([index, { children }]) => {
      const place = inside(at, index);
      const held = children.get(value.locationName ?? "value");
      const text = children.get(key.locationName ?? "key")?.text;
      if (text === undefined) wrong(at.reading, `The entry ${place.path} has no key.`);
      return [text ?? "", held && readValue(value, held, place)];
    }),
  );
}

/** Items in the order of their numbers, which may have gaps. */
function numbered({ children }: FormNode, at: At): (readonly [number, FormNode])[] {
  const found = [...children].map(([name, child]) => [Number(name), child] as const);
  if (found.some(([index]) => !Number.isSafeInteger(index) || index < 0))
    wrong(at.reading, `The items of ${at.path} are not numbered.`);
  return found.toSorted(([one], [other]) => one - other);
}
