import type { Context } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import { policyAt } from "./managed.ts";
import type { IamGroup, IamRole, IamState, IamUser, ManagedPolicy } from "./state.ts";

type Named = { user: IamUser; role: IamRole; group: IamGroup };

const lists = { user: "users", role: "roles", group: "groups" } as const;
const members = { user: "UserName", role: "RoleName", group: "GroupName" } as const;

const noSuch = (what: string, name: string) =>
  refusal("NoSuchEntity", `The ${what} with name ${name} cannot be found.`, 404);

/** The user, role or group that the input names. Of a user, the caller itself where none is named. */
export function named<K extends keyof Named>(
  { state, input, caller }: Context<IamState>,
  kind: K,
): Named[K] {
  const given = input.optional(members[kind]);
  const own =
    kind === "user" && caller.principal.type === "user" ? nameIn(caller.principal.arn) : null;
  const name = given ?? own ?? input.text(members[kind]);
  const found = state[lists[kind]].get(name);
  if (!found) throw noSuch(kind, name);
  return found as Named[K];
}

/** The ARN that a need speaks of, also of something that is not there: permissions are looked at first. */
export function arnOf(
  { account, state, input, caller }: Context<IamState>,
  kind: keyof Named,
): string {
  const given = input.optional(members[kind]);
  const own =
    kind === "user" && caller.principal.type === "user" ? nameIn(caller.principal.arn) : null;
  const name = given ?? own ?? input.text(members[kind]);
  return state[lists[kind]].get(name)?.arn ?? `arn:aws:iam::${account.id}:${kind}/${name}`;
}

/** A customer managed policy of this account. */
export function ownPolicy({ state, input }: Context<IamState>): ManagedPolicy {
  const arn = input.text("PolicyArn");
  const found = state.policies.get(arn);
  if (!found) throw refusal("NoSuchEntity", `Policy ${arn} was not found.`, 404);
  return found;
}

/** Refuses an ARN at which no managed policy stands, the account's or AWS's. */
export function existingPolicy(state: IamState, arn: string): void {
  if (policyAt(state, arn)) return;
  throw refusal("NoSuchEntity", `Policy ${arn} does not exist or is not attachable.`, 404);
}

export const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);
