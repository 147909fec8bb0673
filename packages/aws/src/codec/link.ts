import type { Member, Shape } from "./shape.ts";

type RawMember = Omit<Member, "name" | "of"> & { shape: string };

/** A shape as the model's file has it: references are names. */
export type RawShape = Omit<
  Shape,
  "name" | "members" | "byName" | "member" | "key" | "value" | "required"
> & {
  members?: Record<string, RawMember>;
  required?: readonly string[];
  member?: RawMember;
  key?: RawMember;
  value?: RawMember;
  locationName?: string;
  flattened?: boolean;
};

/** Follows all references. Shapes may hold themselves, so all stand there before one is filled. */
export function linkShapes(raw: Record<string, RawShape>): ReadonlyMap<string, Shape> {
  const shapes = new Map(
    Object.entries(raw).map(([name, one]) => {
      const { members: _, member: __, key: ___, value: ____, ...own } = one;
      const shape: Shape = { required: [], ...own, name, members: [], byName: new Map() };
      return [name, shape] as const;
    }),
  );
  const linked = (name: string, { shape, ...place }: RawMember): Member => {
    const of = shapes.get(shape);
    if (!of) throw new Error(`The model lacks the shape ${shape}.`);
    const { locationName, flattened } = raw[shape] ?? {};
    return { locationName, flattened, xmlNamespace: of.xmlNamespace, ...place, name, of };
  };
  for (const [name, one] of Object.entries(raw)) {
    const shape = shapes.get(name) as Shape;
    for (const [at, member] of Object.entries(one.members ?? {}))
      shape.members.push(linked(at, member));
    shape.byName = new Map(shape.members.map((member) => [member.name, member]));
    if (one.member) shape.member = linked("member", one.member);
    if (one.key) shape.key = linked("key", one.key);
    if (one.value) shape.value = linked("value", one.value);
  }
  return shapes;
}
