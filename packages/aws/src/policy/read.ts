import type { PolicyDocument, PolicyKind, Statement } from "./document.ts";
import { readStatement } from "./read-statement.ts";
import { Reader } from "./reader.ts";
import { placer, readTree, type Node, type PolicyProblem } from "./text.ts";

export type ReadPolicy =
  | { document: PolicyDocument; problems?: undefined }
  | { problems: readonly PolicyProblem[]; document?: undefined };

const versions = ["2012-10-17", "2008-10-17"] as const;

/**
 * Reads a policy as IAM or Organizations takes it at that place, or says everything that is wrong with it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(text: string, kind: PolicyKind): ReadPolicy {
  const tree = readTree(text);
  if ("problem" in tree) return { problems: [tree.problem] };
  const reader = new Reader(placer(text));
  const document = readDocument(reader, tree.root, kind);
  return reader.problems.length > 0 || document === null
    ? { problems: reader.problems }
    : { document };
}

function readDocument(reader: Reader, root: Node, kind: PolicyKind): PolicyDocument | null {
  const fields = reader.fields(root, "", ["Version", "Id", "Statement"]);
  const statement = fields?.get("Statement");
  if (!fields || !statement) {
    return fields && reader.refuse(root, "", "Missing required field Statement.");
  }
  const nodes = statement.type === "array" ? (statement.children ?? []) : [statement];
  if (nodes.length === 0)
    reader.refuse(statement, "Statement", "Missing required field Statement.");
  const statements = nodes.flatMap((node, index) => {
    const where = statement.type === "array" ? `Statement[${index}]` : "Statement";
    return readStatement(reader, { node, where, kind }) ?? [];
  });
  checkSids(reader, nodes, statements);
  return {
    version: readVersion(reader, fields.get("Version")),
    id: readId(reader, fields),
    statements,
  };
}

/** IAM takes a policy without a version for one of 2008, which knows no variables. */
function readVersion(reader: Reader, node: Node | undefined): PolicyDocument["version"] {
  if (!node) return "2008-10-17";
  const version = versions.find((one) => one === node.value);
  if (version) return version;
  reader.refuse(node, "Version", "The policy must have the version 2012-10-17 or 2008-10-17.");
  return "2012-10-17";
}

const readId = (reader: Reader, fields: Map<string, Node>): string | null => {
  const node = fields.get("Id");
  return node ? reader.text(node, "Id") : null;
};

function checkSids(reader: Reader, nodes: readonly Node[], statements: readonly Statement[]): void {
  const seen = new Set<string>();
  for (const [index, { sid }] of statements.entries()) {
    if (sid === null || sid === "") continue;
    if (seen.has(sid)) {
      const message = "Statement IDs (SID) in a single policy must be unique.";
      reader.refuse(nodes[index] ?? nodes[0]!, `Statement[${index}].Sid`, message);
    }
    seen.add(sid);
  }
}
