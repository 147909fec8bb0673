import fc from "fast-check";

import type { Member, Shape } from "../shape.ts";

const deepest = 5;

type Place = { depth: number; inHeader: boolean; atLeast: number };
const top: Place = { depth: 0, inHeader: false, atLeast: 0 };

/** Any value that an output of this shape may have; within headers plain words only. */
export function valuesOf(shape: Shape, place: Place = top): fc.Arbitrary<unknown> {
  if (shape.document) return fc.constant({ free: [1, "json"] });
  if (shape.type === "structure") return structures(shape, place);
  if (shape.type === "list") {
    const most = place.depth > deepest ? 0 : 2;
    return fc.array(inside(shape.member!, place), {
      minLength: place.atLeast,
      maxLength: Math.max(most, place.atLeast),
    });
  }
  if (shape.type === "map") {
    const entries = fc.tuple(words(shape.key!.of, place.inHeader), inside(shape.value!, place));
    return fc
      .array(entries, { minLength: 1, maxLength: 2 })
      .map((pairs) => Object.fromEntries(pairs));
  }
  return scalars(shape) ?? words(shape, place.inHeader);
}

function inside({ of, location, flattened, name }: Member, { depth, inHeader }: Place) {
  if (location === "statusCode") return fc.constant(200);
  const header = inHeader || location !== undefined;
  // A list without an element of its own cannot be empty on the wire: it would not be there.
  const atLeast = header || flattened ? 1 : 0;
  // A client would compare it with the body.
  if (header && name.startsWith("Checksum")) return fc.constant(undefined);
  return valuesOf(of, { depth: depth + 1, inHeader: header, atLeast });
}

function scalars({ type }: Shape): fc.Arbitrary<unknown> | null {
  if (type === "boolean") return fc.boolean();
  // Headers, and some bodies, know whole seconds only.
  if (type === "timestamp") return fc.integer({ min: 0, max: 2 ** 31 }).map((at) => at * 1000);
  if (type === "blob") return fc.uint8Array({ maxLength: 20 });
  if (type === "integer" || type === "long") return fc.integer({ min: 0, max: 2 ** 31 - 1 });
  return type === "float" || type === "double"
    ? fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4)
    : null;
}

function words(shape: Shape, inHeader: boolean): fc.Arbitrary<string> {
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (inHeader) return fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
  const unit = fc.constantFrom(..."abcXYZ019 -_.+%&<>\"'/=:;é漢🙂\r\n\t");
  return fc.string({ unit, maxLength: 10 }).map((text) => `x${text}y`);
}

function structures(shape: Shape, place: Place): fc.Arbitrary<unknown> {
  const { members, union, payload } = shape;
  const one = (member: Member) => inside(member, place).map((value) => ({ [member.name]: value }));
  if (union) return fc.nat({ max: members.length - 1 }).chain((index) => one(members[index]!));
  const strings = members.filter(({ of }) => of.type === "string").slice(0, 1);
  const kept = place.depth > deepest ? strings : members;
  const entries = kept.map((member) => [member.name, inside(member, place)] as const);
  // Nobody answers with a structure that has nothing in it: XML cannot tell it from an empty text.
  const always = place.depth === 0 ? payload : kept[0]?.name;
  return fc.record(Object.fromEntries(entries), {
    requiredKeys: always ? [always] : [],
    noNullPrototype: true,
  });
}
