import type { Question } from "../policy/compile.ts";
import { namesOf } from "../policy/principal.ts";
import type { Grant } from "./request.ts";

/**
 * The grant that lets the principal do this, if there is one.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export function grantFor(grants: readonly Grant[], asked: Question): Grant | null {
  if (grants.length === 0 || !asked.folded.startsWith("kms:")) return null;
  const operation = asked.action.slice("kms:".length);
  const names = new Set(
    namesOf(asked.principal)
      .filter(({ as }) => as !== "everyone" && as !== "account")
      .map(({ value }) => value),
  );
  const fits = (one: Grant) =>
    names.has(one.grantee) && one.operations.includes(operation) && isConstrained(one, asked);
  return grants.find(fits) ?? null;
}

/** The encryption context comes as kms:EncryptionContext:name. */
function isConstrained({ constraints }: Grant, { context }: Question): boolean {
  const prefix = "kms:encryptioncontext:";
  const given = [...context.keys()].filter((key) => key.startsWith(prefix));
  const holds = (wanted: Readonly<Record<string, string>>) =>
    Object.entries(wanted).every(([name, value]) =>
      context.get(prefix + name.toLowerCase())?.includes(value),
    );
  if (constraints?.equals) {
    return holds(constraints.equals) && given.length === Object.keys(constraints.equals).length;
  }
  return constraints?.subset === undefined || holds(constraints.subset);
}
