import { principalTypes, type PrincipalType, type Principals } from "./document.ts";
import { saysWhom, type StatementPlace } from "./read-statement.ts";
import { under, type Reader } from "./reader.ts";
import type { Node } from "./text.ts";

type Fields = Map<string, Node>;

/** Principal or NotPrincipal, where the kind of policy takes one. */
export function readPrincipals(
  reader: Reader,
  fields: Fields,
  { node, where, kind }: StatementPlace,
): Principals | null {
  const [plain, not] = [fields.get("Principal"), fields.get("NotPrincipal")];
  const found = plain ?? not;
  if (!saysWhom(kind)) {
    if (!found) return null;
    return reader.refuse(
      found,
      under(where, "Principal"),
      "Policy document should not specify a principal.",
    );
  }
  if (!found) return reader.refuse(node, where, "Missing required field Principal.");
  if (plain && not)
    reader.refuse(not, where, "A statement takes Principal or NotPrincipal, not both.");
  const entries = readEntries(reader, found, under(where, plain ? "Principal" : "NotPrincipal"));
  const all = !not && entries.length > 0 && entries.every(({ value }) => value === "*");
  if (kind === "rcp" && !all) {
    reader.refuse(
      found,
      under(where, "Principal"),
      'A resource control policy takes the principal "*" alone.',
    );
  }
  return { not: !plain, entries };
}

function readEntries(reader: Reader, node: Node, where: string): Principals["entries"] {
  if (node.value === "*") return [{ type: "AWS", value: "*" }];
  const fields = reader.fields(node, where, principalTypes);
  return [...(fields ?? [])].flatMap(([type, value]) =>
    reader.texts(value, under(where, type)).map((one) => {
      const wrong = principalProblem(type as PrincipalType, one.text);
      if (wrong) reader.refuse(one.node, one.where, wrong);
      return { type: type as PrincipalType, value: one.text };
    }),
  );
}

const named =
  /^arn:aws[\w-]*:(iam|sts)::\d{12}:(root$|user\/|role\/|assumed-role\/|federated-user\/)/;
/** What stands in a policy in place of somebody who was deleted. */
const uniqueId = /^A[A-Z0-9]{15,}$/;

/** A star stands for everybody or for nothing: no part of a name can be left open. */
function principalProblem(type: PrincipalType, value: string): string | null {
  const refused = `Invalid principal in policy: "${type}":"${value}"`;
  if (value === "*") return type === "AWS" ? null : refused;
  if (value.includes("*") || value.includes("?")) return refused;
  if (type === "AWS") {
    const fits = /^\d{12}$/.test(value) || named.test(value) || uniqueId.test(value);
    return fits ? null : refused;
  }
  if (type === "Service") return /^[\w.-]+\.amazonaws\.com(\.cn)?$/.test(value) ? null : refused;
  return value === "" ? refused : null;
}
