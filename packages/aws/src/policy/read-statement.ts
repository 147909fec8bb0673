import { namesPrincipals, type Patterns, type PolicyKind, type Statement } from "./document.ts";
import { readConditions } from "./read-conditions.ts";
import { readPrincipals } from "./read-principals.ts";
import { under, type Reader } from "./reader.ts";
import type { Node } from "./text.ts";

export type StatementPlace = { node: Node; where: string; kind: PolicyKind };
type Fields = Map<string, Node>;

const known = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

/** Kinds that IAM itself keeps take plain ids; other services take spaces as well. */
const plainSids: ReadonlySet<PolicyKind> = new Set([
  "identity",
  "boundary",
  "session",
  "trust",
  "scp",
]);

export function readStatement(reader: Reader, place: StatementPlace): Statement | null {
  const { node, where } = place;
  const fields = reader.fields(node, where, known);
  if (!fields) return null;
  const effect = readEffect(reader, fields, place);
  const principals = readPrincipals(reader, fields, place);
  const actions = readActions(reader, fields, place);
  const resources = readResources(reader, fields, place);
  const conditions = readConditions(reader, fields, place);
  const sid = readSid(reader, fields, place);
  if (effect === null || actions === null) return null;
  if (effect === "Allow" && place.kind === "rcp" && !isFullAccess(actions, resources)) {
    reader.refuse(node, under(where, "Effect"), "A resource control policy takes Deny alone.");
  }
  return { sid, effect, principals, actions, resources, conditions, ...reader.place(node) };
}

/** RCPFullAWSAccess, which is attached everywhere and stays. */
const isFullAccess = (actions: Patterns, resources: Patterns | null): boolean =>
  [actions, resources].every((one) => one !== null && !one.not && one.patterns.join() === "*");

function readEffect(reader: Reader, fields: Fields, { node, where }: StatementPlace) {
  const found = fields.get("Effect");
  if (!found) return reader.refuse(node, where, "Missing required field Effect.");
  if (found.value === "Allow" || found.value === "Deny") return found.value as "Allow" | "Deny";
  return reader.refuse(
    found,
    under(where, "Effect"),
    "Effect must be Allow or Deny, in this case.",
  );
}

function readSid(reader: Reader, fields: Fields, { where, kind }: StatementPlace): string | null {
  const node = fields.get("Sid");
  const sid = node ? reader.text(node, under(where, "Sid")) : null;
  if (node && sid !== null && plainSids.has(kind) && !/^[0-9A-Za-z]*$/.test(sid)) {
    reader.refuse(node, under(where, "Sid"), "Statement IDs (SID) must be alpha-numeric.");
  }
  return sid;
}

type Given = Patterns & { entries: { text: string; node: Node; where: string }[]; name: string };

/** Action or NotAction, Resource or NotResource: one of the two. */
function oneOf(
  reader: Reader,
  fields: Fields,
  options: { name: string; where: string },
): Given | null {
  const { name, where } = options;
  const [plain, not] = [fields.get(name), fields.get(`Not${name}`)];
  const node = plain ?? not;
  if (!node) return null;
  if (plain && not) reader.refuse(not, where, `A statement takes ${name} or Not${name}, not both.`);
  const label = plain ? name : `Not${name}`;
  const entries = reader.texts(node, under(where, label));
  return { not: !plain, name: label, entries, patterns: entries.map(({ text }) => text) };
}

function readActions(reader: Reader, fields: Fields, { node, where, kind }: StatementPlace) {
  const given = oneOf(reader, fields, { name: "Action", where });
  if (!given || given.entries.length === 0) {
    return reader.refuse(node, where, "Policy statement must contain actions.");
  }
  for (const one of given.entries) {
    const message = actionProblem(one.text, kind);
    if (message) reader.refuse(one.node, one.where, message);
  }
  return { not: given.not, patterns: given.patterns };
}

function actionProblem(action: string, kind: PolicyKind): string | null {
  if (kind === "trust" && !/^sts:/i.test(action)) {
    return "AssumeRole policy may only specify STS AssumeRole actions.";
  }
  if (action === "*") return null;
  if (!action.includes(":")) {
    return "Actions must be prefaced by a vendor, e.g., iam, s3, ec2.";
  }
  if (!/^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(action)) return `Invalid action: ${action}.`;
  return null;
}

function readResources(reader: Reader, fields: Fields, { node, where, kind }: StatementPlace) {
  const given = oneOf(reader, fields, { name: "Resource", where });
  if (kind === "trust") {
    if (given) reader.refuse(node, where, `Has prohibited field ${given.name}.`);
    return null;
  }
  if (!given || given.entries.length === 0) {
    return reader.refuse(node, where, "Policy statement must contain resources.");
  }
  for (const one of given.entries) {
    const message = resourceProblem(one.text);
    if (message) reader.refuse(one.node, one.where, message);
  }
  return { not: given.not, patterns: given.patterns };
}

function resourceProblem(resource: string): string | null {
  if (resource === "*") return null;
  if (!resource.startsWith("arn:")) return `Resource ${resource} must be in ARN format or "*".`;
  // arn:aws:s3::: with an open end is taken; a variable before the fifth colon is not.
  const head = resource.split(":").slice(0, 5).join(":");
  if (head.includes("${")) return `Resource ${resource} has a variable before its fifth colon.`;
  if (resource.split(":").length < 6 && !resource.includes("*")) {
    return `The policy failed legacy parsing: ${resource} has fewer than six parts.`;
  }
  return null;
}

/** Whether this kind of policy says whom it means. */
export const saysWhom = (kind: PolicyKind): boolean => namesPrincipals.has(kind);
