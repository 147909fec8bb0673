import { servicesInTheBox } from "./selection.ts";

type Tree = { [name: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * A service model without its prose, which is most of it. A member of a shape that is named “documentation” is
 * no text, so it stays; botocore reads the prose of `clientContextParams`, a few lines, and nothing else's.
 */
export function withoutProse(model: unknown): unknown {
  if (Array.isArray(model)) return model.map(withoutProse);
  if (!isTree(model)) return model;
  const kept = Object.entries(model).filter(
    ([name, value]) => !(name === "documentation" && typeof value === "string"),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      name === "clientContextParams" ? value : withoutProse(value),
    ]),
  );
}

/** botocore's table of endpoints, for the services in the box and AWS's public partition alone. */
export function endpointsInTheBox(table: unknown): unknown {
  if (!isTree(table) || !Array.isArray(table.partitions)) return table;
  const [first] = table.partitions.filter(
    (one) => isTree(one) && one.partition === "aws",
  ) as Tree[];
  if (!first || !isTree(first.services)) return table;
  const kept = Object.entries(first.services).filter(([name]) => servicesInTheBox.includes(name));
  return { ...table, partitions: [{ ...first, services: Object.fromEntries(kept) }] };
}
