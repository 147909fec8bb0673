import type { Account, Group, Identity, ManagedPolicy } from "../account/details.ts";
import { compilePolicy, type CompiledPolicy } from "../policy/compile.ts";
import { principalOf, sessionOf, type Principal } from "../policy/principal.ts";
import { readPolicy } from "../policy/read.ts";

/** A user or role as it stands, or with what was added to it on the way. */
export type Actor = {
  /** Tells it from all others: its ARN, and what was added. */
  key: string;
  identity: Identity;
  account: string;
  principal: Principal;
  policies: readonly CompiledPolicy[];
  boundary: CompiledPolicy | null;
  plus: Plus | null;
};

/** What was added to somebody. */
export type Plus =
  | { is: "everything" }
  | { is: "attached"; policy: ManagedPolicy }
  | { is: "group"; group: Group }
  | { is: "version"; policy: ManagedPolicy };

export function actorOf(identity: Identity, plus: Plus | null = null): Actor {
  const { arn } = identity;
  const principal = identity.type === "role" ? sessionOf(arn, sessionName) : principalOf(arn)!;
  return {
    key: plus ? `${arn} + ${nameOf(plus)}` : arn,
    identity,
    account: arn.split(":")[4]!,
    principal,
    ...permissionsWith(identity, plus),
    plus,
  };
}

/** Whoever assumes a role names the session. */
const sessionName = "escalation";

/** Of what was added, as a path tells it. */
export function nameOf(plus: Plus): string {
  if (plus.is === "everything") return "a new inline policy";
  if (plus.is === "attached") return plus.policy.arn;
  if (plus.is === "group") return plus.group.arn;
  return `a new version of ${plus.policy.arn}`;
}

function permissionsWith(
  identity: Identity,
  plus: Plus | null,
): Pick<Actor, "policies" | "boundary"> {
  const { policies, boundary } = identity;
  switch (plus?.is) {
    case undefined:
      return { policies, boundary };
    case "everything":
      return { policies: [...policies, everything], boundary };
    case "attached":
      return { policies: [...policies, plus.policy.policy], boundary };
    case "group":
      return { policies: [...policies, ...plus.group.policies], boundary };
    case "version": {
      const { arn, policy } = plus.policy;
      const rest = policies.filter((one) => one !== policy);
      // The same policy may be the boundary: then that is opened as well.
      const edge = boundary?.name === arn ? { ...everything, kind: "boundary" as const } : boundary;
      return { policies: [...rest, everything], boundary: edge };
    }
  }
}

const compiled = (name: string, kind: "identity" | "trust", statement: object): CompiledPolicy => {
  const { document } = readPolicy(
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] }),
    kind,
  );
  return compilePolicy(document!, { name, kind });
};

const everything = compiled("what was written on the way", "identity", {
  Action: "*",
  Resource: "*",
});

/** AWS's own, which is there in every account whether it is attached or not. */
const administratorAccess = (partition: string): ManagedPolicy => ({
  arn: `arn:${partition}:iam::aws:policy/AdministratorAccess`,
  name: "AdministratorAccess",
  policy: compiled("AdministratorAccess", "identity", { Action: "*", Resource: "*" }),
  versions: 1,
});

const trusts = new WeakMap<Identity, CompiledPolicy>();

/** A trust policy that was written anew, and names this one. */
export function trustIn({ identity }: Actor): CompiledPolicy {
  const known = trusts.get(identity);
  if (known) return known;
  const made = naming(identity);
  trusts.set(identity, made);
  return made;
}

const naming = (identity: Identity): CompiledPolicy =>
  compiled("trust policy that was written on the way", "trust", {
    Principal: { AWS: identity.arn },
    Action: "sts:AssumeRole",
  });

const attachables = new WeakMap<Account, readonly ManagedPolicy[]>();

/** Policies of an account that somebody there could attach: AWS's administrator first. */
export function attachable(account: Account, partition: string): readonly ManagedPolicy[] {
  const known = attachables.get(account);
  if (known) return known;
  const made = allOf(account, partition);
  attachables.set(account, made);
  return made;
}

function allOf({ managedPolicies }: Account, partition: string): ManagedPolicy[] {
  const first = administratorAccess(partition);
  const rest = managedPolicies.filter(({ arn }) => arn !== first.arn);
  return [first, ...rest.toSorted((a, b) => (a.arn < b.arn ? -1 : 1))];
}
