import { operatorOf } from "../conditions/operator.ts";
import type { Condition } from "./document.ts";
import type { StatementPlace } from "./read-statement.ts";
import { under, type Reader } from "./reader.ts";
import type { Node } from "./text.ts";

/** Every operator with every key, flat: all of them have to hold. */
export function readConditions(
  reader: Reader,
  fields: Map<string, Node>,
  { where: statement }: StatementPlace,
): Condition[] {
  const node = fields.get("Condition");
  if (!node) return [];
  const where = under(statement, "Condition");
  const operators = reader.entries(node, where);
  return [...(operators ?? [])].flatMap(([operator, keys]) => {
    const place = under(where, operator);
    if (!operatorOf(operator)) {
      reader.refuse(keys, place, `Invalid Condition type : ${operator}.`);
      return [];
    }
    return [...(reader.entries(keys, place) ?? [])].map(([key, values]) => {
      const at = under(place, key);
      if (!key.includes(":")) {
        reader.refuse(values, at, "Conditions must be prefaced by a vendor, e.g., aws, iam, s3.");
      }
      return { operator, key, values: readValues(reader, values, at) };
    });
  });
}

/** Texts, numbers and truth values, in a list or alone. */
function readValues(reader: Reader, node: Node, where: string): string[] {
  const nodes = node.type === "array" ? (node.children ?? []) : [node];
  if (nodes.length === 0) reader.refuse(node, where, "A condition needs at least one value.");
  return nodes.flatMap((one) => {
    const plain = ["string", "number", "boolean"].includes(one.type);
    if (plain) return [String(one.value)];
    reader.refuse(one, where, "Syntax errors in policy: a text, number or boolean is expected.");
    return [];
  });
}
