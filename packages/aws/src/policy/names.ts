import type { Principals } from "./document.ts";
import { namesOf, type NamedAs, type Principal } from "./principal.ts";

/** How a statement's Principal names somebody; null where it does not. */
export type Names = (principal: Principal) => NamedAs | null;

/**
 * NotPrincipal leaves out only who is listed in every capacity: a session counts as itself, its role and its
 * account, and a Deny that leaves out one of the three still reaches it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function compileNames({ not, entries }: Principals): Names {
  const listed = new Set(entries.map(({ type, value }) => keyOf(type, value)));
  const has = (type: string, value: string) => listed.has(keyOf(type, value));
  if (!not) {
    return (principal) =>
      namesOf(principal).find(({ type, value }) => has(type, value))?.as ?? null;
  }
  return (principal) => {
    const capacities = namesOf(principal).filter(({ as }) => as !== "everyone");
    const accounts = capacities.filter(({ as }) => as === "account");
    const others = capacities.filter(({ as }) => as !== "account");
    const known = (one: { type: string; value: string }) => has(one.type, one.value);
    // An account may be written in two ways.
    const exempt =
      capacities.length > 0 &&
      others.every(known) &&
      (accounts.length === 0 || accounts.some(known));
    return exempt ? null : "everyone";
  };
}

/** "Principal": "*" and {"AWS": "*"} mean the same, and a number means its account's root ARN. */
function keyOf(type: string, value: string): string {
  if (value === "*") return "AWS *";
  const account = /^(?:arn:aws[\w-]*:iam::)?(\d{12})(?::root)?$/.exec(value);
  return `${type} ${account ? account[1]! : value}`;
}
