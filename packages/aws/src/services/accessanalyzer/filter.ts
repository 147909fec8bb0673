import type { Input } from "../../world/input.ts";
import { refusal } from "../../world/refusal.ts";
import type { Criterion, Filter, Finding } from "./state.ts";

type Read = (finding: Finding) => readonly string[];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-filter-keys.html */
const keys: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["id", ({ id }) => [id]],
  ["status", ({ status }) => [status]],
  ["resource", ({ resource }) => [resource]],
  ["resourceType", ({ resourceType }) => [resourceType]],
  ["resourceOwnerAccount", ({ owner }) => [owner]],
  ["findingType", () => ["ExternalAccess"]],
  ["isPublic", ({ isPublic }) => [String(isPublic)]],
  ["error", ({ error }) => (error === null ? [] : [error])],
  ["principal.AWS", ({ principal }) => (principal.AWS === undefined ? [] : [principal.AWS])],
  [
    "principal.Federated",
    ({ principal }) => (principal.Federated === undefined ? [] : [principal.Federated]),
  ],
  ["resourceControlPolicyRestriction", ({ rcp }) => [rcp]],
]);

/** Archive rules are about what stays as it is. */
const notInRules: ReadonlySet<string> = new Set(["id", "status"]);

function readerOf(key: string): Read | null {
  const name = /^condition\.(.{1,200})$/.exec(key)?.[1]?.toLowerCase();
  if (name === undefined) return keys.get(key) ?? null;
  return ({ condition }) =>
    Object.entries(condition).flatMap(([one, values]) =>
      one.toLowerCase() === name ? values.split(",") : [],
    );
}

export const fits = (finding: Finding, filter: Filter): boolean =>
  Object.entries(filter).every(([key, criterion]) => {
    const values = readerOf(key)?.(finding) ?? [];
    return meets(values, criterion);
  });

function meets(values: readonly string[], { eq, neq, contains, exists }: Criterion): boolean {
  return (
    (eq === undefined || values.some((one) => eq.includes(one))) &&
    (neq === undefined || !values.some((one) => neq.includes(one))) &&
    (contains === undefined || values.some((one) => contains.some((part) => one.includes(part)))) &&
    (exists === undefined || values.length > 0 === exists)
  );
}

/** A filter as it is sent. Refuses what AWS does not know. */
export function filterIn(input: Input, rule: boolean): Filter {
  const names = Object.keys(input.raw);
  const unknown = names.find((name) => !readerOf(name) || (rule && notInRules.has(name)));
  if (unknown !== undefined)
    throw refusal("ValidationException", `The filter key ${unknown} is not valid.`);
  return Object.fromEntries(names.map((name) => [name, criterionIn(input.inside(name))]));
}

function criterionIn(input: Input): Criterion {
  const list = (name: "eq" | "neq" | "contains") =>
    input.has(name) ? { [name]: input.texts(name) } : {};
  const exists = input.flag("exists");
  const found: Criterion = {
    ...list("eq"),
    ...list("neq"),
    ...list("contains"),
    ...(exists === null ? {} : { exists }),
  };
  if (Object.keys(found).length > 0) return found;
  throw refusal("ValidationException", "A criterion needs eq, neq, contains or exists.");
}
