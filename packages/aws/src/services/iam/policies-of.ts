import { compilePolicy, type CompiledPolicy } from "../../policy/compile.ts";
import type { Principal } from "../../policy/principal.ts";
import { stateIn } from "../../world/define.ts";
import type { World } from "../../world/world.ts";
import { policyAt } from "./managed.ts";
import { startIam, type IamRole, type IamState, type IamUser } from "./state.ts";

/** What IAM says of a principal: everything that identity-based policies and the boundary have to say. */
export type IdentityPolicies = {
  policies: readonly CompiledPolicy[];
  boundary: CompiledPolicy | null;
  tags: Readonly<Record<string, string>>;
};

export const iamScope = { id: "iam", scope: "global", start: startIam } as const;

/** Null of those whom no identity policy speaks for: root users, services, anonymous callers. */
export function identityPoliciesOf(world: World, principal: Principal): IdentityPolicies | null {
  if (principal.type !== "user" && principal.type !== "role-session") {
    return principal.type === "federated-user"
      ? ofUser(world, principal.account, principal.user)
      : null;
  }
  return principal.type === "user"
    ? ofUser(world, principal.account, principal.arn)
    : ofRole(world, principal.account, principal.role);
}

export const iamOf = (world: World, account: string): IamState | null => {
  const found = world.accounts.get(account);
  return found ? stateIn<IamState>(iamScope, found, "") : null;
};

function ofUser(world: World, account: string, arn: string): IdentityPolicies | null {
  const state = iamOf(world, account);
  const user = state?.users.get(lastOf(arn));
  if (!state || user?.arn !== arn) return null;
  const groups = [...user.groups].flatMap((name) => state.groups.get(name) ?? []);
  return common(state, user, [user, ...groups]);
}

function ofRole(world: World, account: string, arn: string): IdentityPolicies | null {
  const state = iamOf(world, account);
  const role = state?.roles.get(lastOf(arn));
  return state && role?.arn === arn ? common(state, role, [role]) : null;
}

function common(
  state: IamState,
  own: IamUser | IamRole,
  holders: readonly Pick<IamUser, "inline" | "attached">[],
): IdentityPolicies {
  const policies = holders.flatMap(({ inline, attached }) => [
    ...[...inline.values()].map(({ compiled }) => compiled),
    ...[...attached].flatMap((arn) => policyAt(state, arn)?.compiled ?? []),
  ]);
  return {
    policies,
    boundary: own.boundary === null ? null : boundaryAt(state, own.boundary),
    tags: Object.fromEntries(own.tags),
  };
}

/** A boundary that was deleted allows nothing. */
function boundaryAt(state: IamState, arn: string): CompiledPolicy {
  const found = policyAt(state, arn);
  if (found) return { ...found.compiled, kind: "boundary" };
  const empty = { version: "2012-10-17", id: null, statements: [] } as const;
  return compilePolicy(empty, { name: arn, kind: "boundary" });
}

const lastOf = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);
