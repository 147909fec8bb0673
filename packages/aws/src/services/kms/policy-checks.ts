import { weigh } from "../../decide/weigh.ts";
import { questionOf } from "../../decide/request.ts";
import type { CompiledPolicy } from "../../policy/compile.ts";
import type { Credential } from "../../world/credential.ts";
import type { World } from "../../world/world.ts";
import { iamOf } from "../iam/policies-of.ts";

type Question = { caller: Credential; action: string; resource: string };

/** Whether this policy by itself would let the caller do this, by name or by way of the account. */
export function wouldAllow(
  policy: CompiledPolicy,
  { caller, action, resource }: Question,
): boolean {
  const asked = questionOf({
    principal: caller.principal,
    action,
    resource,
    context: { "kms:CallerAccount": caller.account },
  });
  const { allow, deny } = weigh(policy, asked);
  return allow !== null && deny === null;
}

/** The first user or role that a policy names and that is not there; AWS takes no policy with one. */
export function missingPrincipal(world: World, { document }: CompiledPolicy): string | null {
  for (const { principals } of document.statements) {
    for (const { type, value } of principals?.entries ?? [])
      if (type === "AWS" && !isThere(world, value)) return value;
  }
  return null;
}

/** Whether a grant would go to nobody. */
export const missingGrantee = (world: World, arn: string): boolean =>
  !arn.endsWith(".amazonaws.com") && (!arn.startsWith("arn:aws:") || !isThere(world, arn));

/** Of accounts that are not in this world nothing is known. */
function isThere(world: World, value: string): boolean {
  const found = /^arn:aws:iam::(\d{12}):(user|role)\/(?:.*\/)?([^/]+)$/.exec(value);
  const iam = found && iamOf(world, found[1]!);
  if (!found || !iam) return true;
  const list = found[2] === "user" ? iam.users : iam.roles;
  return list.get(found[3]!)?.arn === value;
}
