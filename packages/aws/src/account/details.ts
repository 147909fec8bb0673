import { AppError } from "@loopwright/core";

import { compilePolicy, type CompiledPolicy } from "../policy/compile.ts";
import type { PolicyKind } from "../policy/document.ts";
import { readPolicy } from "../policy/read.ts";
import { detailsFile, type DetailsFile, type DocumentInput } from "./details-file.ts";

/** A user or a role with all that IAM says of it. */
export type Identity = {
  type: "user" | "role";
  arn: string;
  name: string;
  /** Its own, those of its groups, and the attached ones. */
  policies: readonly CompiledPolicy[];
  boundary: CompiledPolicy | null;
  /** Of a role; null of a user. */
  trust: CompiledPolicy | null;
  tags: Readonly<Record<string, string>>;
  groups: readonly string[];
  /** ARNs of managed policies attached to it or to its groups. */
  managed: readonly string[];
  /** ARNs of instance profiles that carry the role. */
  instanceProfiles: readonly string[];
};

export type Group = {
  name: string;
  arn: string;
  policies: readonly CompiledPolicy[];
  /** ARNs of managed policies attached to it. */
  managed: readonly string[];
};

export type ManagedPolicy = {
  arn: string;
  name: string;
  /** In its default version. */
  policy: CompiledPolicy;
  /** How many there are; IAM keeps five. */
  versions: number;
};

export type Account = {
  /** Twelve digits. */
  id: string;
  identities: readonly Identity[];
  groups: readonly Group[];
  /** Those of the account and AWS's own, as far as the file has them. */
  managedPolicies: readonly ManagedPolicy[];
  /** What could not be read as it stands, by place; the rest was. */
  notices: readonly { where: string; message: string }[];
};

/**
 * Users and roles of one account that are read. IAM holds 5,000 users, and 1,000 roles unless raised:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const identitiesMax = 10_000;

/**
 * Reads what `aws iam get-account-authorization-details` printed. Throws `invalid-input` for a file that is none,
 * and `too-large` for more users and roles than IAM holds; a policy that cannot be read, or is named and not in the file, is told in `notices` and left out.
 */
export function readAccountDetails(value: unknown): Account {
  checkSize(value);
  const parsed = detailsFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(issue!.path.join("."), issue!.message);
  }
  return new DetailsReader(parsed.data).account();
}

/** Before anything is read: what is too large costs nothing. */
function checkSize(value: unknown): void {
  const file = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const count = ["UserDetailList", "RoleDetailList"]
    .map((name) => file[name])
    .reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  if (count <= identitiesMax) return;
  throw new AppError("too-large", {
    message: `An account may have ${identitiesMax} users and roles here; this has ${count}.`,
    next: "Leave out users and roles that do not matter, or check that the file holds one account.",
  });
}

type Named = { PolicyName: string; PolicyDocument: DocumentInput };
type Attached = { PolicyName: string; PolicyArn: string };

class DetailsReader {
  readonly #file: DetailsFile;
  readonly #notices: Account["notices"][number][] = [];
  readonly #managed: ReadonlyMap<string, DocumentInput>;
  /** Each managed policy is compiled once, however many carry it. */
  readonly #compiledManaged = new Map<string, CompiledPolicy | null>();
  readonly #groups: ReadonlyMap<string, Group>;

  constructor(file: DetailsFile) {
    this.#file = file;
    this.#managed = new Map(
      file.Policies.flatMap(({ Arn, PolicyVersionList }) => {
        const version = PolicyVersionList.find((one) => one.IsDefaultVersion);
        return version ? [[Arn, version.Document] as const] : [];
      }),
    );
    this.#groups = new Map(
      file.GroupDetailList.map((group) => [group.GroupName, this.#group(group)]),
    );
  }

  account(): Account {
    const { UserDetailList: users, RoleDetailList: roles } = this.#file;
    const identities = [
      ...users.map((user) => this.#user(user)),
      ...roles.map((role) => this.#role(role)),
    ];
    const ids = new Set(identities.map(({ arn }) => arn.split(":")[4]!));
    const [id] = ids;
    if (id === undefined) throw refuse("", "there is no user and no role in it");
    if (ids.size > 1) throw refuse("", `it holds several accounts: ${[...ids].join(", ")}`);
    const groups = [...this.#groups.values()];
    return { id, identities, groups, managedPolicies: this.#policies(), notices: this.#notices };
  }

  #policies(): ManagedPolicy[] {
    return this.#file.Policies.flatMap(({ Arn: arn, PolicyName: name, PolicyVersionList }) => {
      const policy = this.#managedPolicy(arn, name);
      return policy ? [{ arn, name, policy, versions: PolicyVersionList.length }] : [];
    });
  }

  /** IAM knows no groups in groups: a file that has some was not printed by it. */
  #group(group: DetailsFile["GroupDetailList"][number]): Group {
    const { GroupName: name, Arn: arn } = group;
    if (group.GroupList.length > 0) {
      throw refuse(arn, `the group ${name} is in groups, and IAM has no groups within groups`);
    }
    const policies = [
      ...this.#inline(arn, group.GroupPolicyList),
      ...this.#attached(arn, group.AttachedManagedPolicies),
    ];
    return { name, arn, policies, managed: arnsOf(group.AttachedManagedPolicies) };
  }

  #user(user: DetailsFile["UserDetailList"][number]): Identity {
    const { Arn: arn, UserName: name } = user;
    const groups = user.GroupList.flatMap((group) => {
      const found = this.#groups.get(group);
      if (!found)
        this.#notices.push({ where: arn, message: `The group ${group} is not in the file.` });
      return found ? [found] : [];
    });
    const policies = [
      ...this.#inline(arn, user.UserPolicyList),
      ...this.#attached(arn, user.AttachedManagedPolicies),
      ...groups.flatMap((group) => group.policies),
    ];
    const managed = [
      ...new Set([
        ...arnsOf(user.AttachedManagedPolicies),
        ...groups.flatMap((group) => group.managed),
      ]),
    ];
    const rest = { groups: user.GroupList, managed, instanceProfiles: [], trust: null };
    return { type: "user", arn, name, policies, ...this.#common(user), ...rest };
  }

  #role(role: DetailsFile["RoleDetailList"][number]): Identity {
    const { Arn: arn, RoleName: name } = role;
    const policies = [
      ...this.#inline(arn, role.RolePolicyList),
      ...this.#attached(arn, role.AttachedManagedPolicies),
    ];
    const trusted = { kind: "trust", name: `trust policy of ${name}`, where: arn } as const;
    const trust = this.#compiled(role.AssumeRolePolicyDocument, trusted);
    const instanceProfiles = role.InstanceProfileList.map(({ Arn }) => Arn);
    return {
      type: "role",
      arn,
      name,
      policies,
      ...this.#common(role),
      trust,
      instanceProfiles,
      managed: arnsOf(role.AttachedManagedPolicies),
      groups: [],
    };
  }

  #common({
    Arn,
    PermissionsBoundary,
    Tags,
  }: Pick<DetailsFile["UserDetailList"][number], "Arn" | "PermissionsBoundary" | "Tags">) {
    const boundaryArn = PermissionsBoundary?.PermissionsBoundaryArn;
    const boundary = boundaryArn === undefined ? null : this.#boundary(Arn, boundaryArn);
    return { boundary, tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])) };
  }

  /** A boundary that is not known allows nothing here: what it lets through cannot be shown. */
  #boundary(where: string, arn: string): CompiledPolicy {
    const known = this.#managed.get(arn);
    const found = known && this.#compiled(known, { kind: "boundary", name: arn, where });
    if (found) return found;
    if (!known)
      this.#notices.push({
        where,
        message: `The boundary ${arn} is not in the file, and is taken to allow nothing.`,
      });
    return compilePolicy(
      { version: "2012-10-17", id: null, statements: [] },
      { name: arn, kind: "boundary" },
    );
  }

  #inline(where: string, list: readonly Named[]): CompiledPolicy[] {
    return list.flatMap(
      ({ PolicyName: name, PolicyDocument }) =>
        this.#compiled(PolicyDocument, { kind: "identity", name, where }) ?? [],
    );
  }

  #attached(where: string, list: readonly Attached[]): CompiledPolicy[] {
    return list.flatMap(({ PolicyArn, PolicyName: name }) => {
      if (this.#managed.has(PolicyArn)) return this.#managedPolicy(PolicyArn, name) ?? [];
      this.#notices.push({ where, message: `The policy ${PolicyArn} is not in the file.` });
      return [];
    });
  }

  #managedPolicy(arn: string, name: string): CompiledPolicy | null {
    const known = this.#compiledManaged.get(arn);
    if (known !== undefined) return known;
    const document = this.#managed.get(arn);
    const given = { kind: "identity", name, where: arn } as const;
    const compiled = document ? this.#compiled(document, given) : null;
    this.#compiledManaged.set(arn, compiled);
    return compiled;
  }

  #compiled(
    input: DocumentInput,
    { kind, name, where }: { kind: PolicyKind; name: string; where: string },
  ): CompiledPolicy | null {
    const read = readPolicy(textOf(input), kind);
    if (read.document) return compilePolicy(read.document, { name, kind });
    const [problem] = read.problems;
    this.#notices.push({ where, message: `${name}: ${problem!.where} ${problem!.message}` });
    return null;
  }
}

const arnsOf = (list: readonly Attached[]): string[] => list.map(({ PolicyArn }) => PolicyArn);

function textOf(input: DocumentInput): string {
  if (typeof input !== "string") return JSON.stringify(input, null, 2);
  try {
    return input.trimStart().startsWith("%") ? decodeURIComponent(input) : input;
  } catch {
    return input;
  }
}

const refuse = (where: string, message: string): AppError =>
  new AppError("invalid-input", {
    message: `That is no output of get-account-authorization-details: ${message}.`,
    next: "Save what `aws iam get-account-authorization-details --output json` prints, and name that file.",
    where,
  });
