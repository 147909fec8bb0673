import { readAccountDetails, type Account } from "../../account/details.ts";
import { compilePolicy, type CompiledPolicy } from "../../policy/compile.ts";
import type { PolicyKind } from "../../policy/document.ts";
import { readPolicy } from "../../policy/read.ts";
import type { AppliedLevel } from "../landscape.ts";

export const home = "111122223333";
export const other = "444455556666";

export type Statement = Record<string, unknown>;

export const allow = (action: unknown, resource: unknown = "*", Condition?: object): Statement => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...(Condition && { Condition }),
});

export const deny = (action: unknown, resource: unknown = "*", Condition?: object): Statement => ({
  ...allow(action, resource, Condition),
  Effect: "Deny",
});

/** A statement of a trust policy: a service's name, an account's number, an ARN, or a Principal as it stands. */
export const lets = (who: unknown, Condition?: object): Statement => ({
  Effect: "Allow",
  Principal:
    typeof who === "string"
      ? who.includes(".amazonaws.com")
        ? { Service: who }
        : { AWS: who }
      : who,
  Action: "sts:AssumeRole",
  ...(Condition && { Condition }),
});

const document = (statements: readonly Statement[]) => ({
  Version: "2012-10-17",
  Statement: statements,
});

export type Made = {
  id?: string;
  /** Own statements by name. */
  users?: Record<string, Part>;
  roles?: Record<string, Part & { trust?: readonly Statement[]; profile?: boolean }>;
  groups?: Record<string, { may?: readonly Statement[]; attached?: readonly string[] }>;
  /** Managed policies by name; with how many versions, where it is not one. */
  policies?: Record<string, readonly Statement[] | { may: readonly Statement[]; versions: number }>;
};

type Part = {
  may?: readonly Statement[];
  /** Names of managed policies of the account. */
  attached?: readonly string[];
  boundary?: string;
  groups?: readonly string[];
  tags?: Record<string, string>;
};

/** An account as IAM lists it, read. A role's name may have a path. */
export function account(made: Made): Account {
  return readAccountDetails(detailsOf(made));
}

export function detailsOf({ id = home, users = {}, roles = {}, groups = {}, policies = {} }: Made) {
  const arn = (kind: string, name: string) => `arn:aws:iam::${id}:${kind}/${name}`;
  const last = (name: string) => name.split("/").at(-1)!;
  const attached = (names: readonly string[] = []) =>
    names.map((name) => ({ PolicyName: name, PolicyArn: arn("policy", name) }));
  const inline = (may: readonly Statement[] | undefined) =>
    may ? [{ PolicyName: "own", PolicyDocument: document(may) }] : [];
  const common = ({ attached: names, boundary, tags = {} }: Part) => ({
    AttachedManagedPolicies: attached(names),
    ...(boundary !== undefined && {
      PermissionsBoundary: { PermissionsBoundaryArn: arn("policy", boundary) },
    }),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  });
  return {
    UserDetailList: Object.entries(users).map(([name, user]) => ({
      UserName: last(name),
      Arn: arn("user", name),
      UserPolicyList: inline(user.may),
      GroupList: user.groups ?? [],
      ...common(user),
    })),
    GroupDetailList: Object.entries(groups).map(([name, group]) => ({
      GroupName: name,
      Arn: arn("group", name),
      GroupPolicyList: inline(group.may),
      AttachedManagedPolicies: attached(group.attached),
    })),
    RoleDetailList: Object.entries(roles).map(([name, role]) => ({
      RoleName: last(name),
      Arn: arn("role", name),
      AssumeRolePolicyDocument: document(role.trust ?? [lets("ec2.amazonaws.com")]),
      RolePolicyList: inline(role.may),
      InstanceProfileList: role.profile ? [{ Arn: arn("instance-profile", last(name)) }] : [],
      ...common(role),
    })),
    Policies: Object.entries(policies).map(([name, policy]) => {
      const { may, versions } = "may" in policy ? policy : { may: policy, versions: 1 };
      return {
        PolicyName: name,
        Arn: arn("policy", name),
        PolicyVersionList: Array.from({ length: versions }, (_, index) => ({
          IsDefaultVersion: index === 0,
          Document: document(may),
        })),
      };
    }),
  };
}

export function compiled(
  kind: PolicyKind,
  name: string,
  ...statements: readonly Statement[]
): CompiledPolicy {
  const read = readPolicy(JSON.stringify(document(statements)), kind);
  if (!read.document) throw new Error(JSON.stringify(read.problems));
  return compilePolicy(read.document, { name, kind });
}

/** One level of service control policies: what is given, beside what allows everything. */
export const scp = (...statements: readonly Statement[]): AppliedLevel => ({
  name: "Root",
  accounts: "all",
  policies: [
    compiled("scp", "FullAWSAccess", allow("*")),
    compiled("scp", "limits", ...statements),
  ],
});

export const user = (name: string, id = home): string => `arn:aws:iam::${id}:user/${name}`;
export const role = (name: string, id = home): string => `arn:aws:iam::${id}:role/${name}`;
export const everything: readonly Statement[] = [allow("*")];
