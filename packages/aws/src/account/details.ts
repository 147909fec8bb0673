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
  /** ARNs of instance profiles that carry the role. */
  instanceProfiles: readonly string[];
};

export type Account = {
  /** Twelve digits. */
  id: string;
  identities: readonly Identity[];
  /** What could not be read as it stands, by place; the rest was. */
  notices: readonly { where: string; message: string }[];
};

/**
 * Reads what `aws iam get-account-authorization-details` printed. Throws `invalid-input` for a file that is none;
 * a policy that cannot be read, or is named and not in the file, is told in `notices` and left out.
 */
export function readAccountDetails(value: unknown): Account {
  const parsed = detailsFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refuse(issue!.path.join("."), issue!.message);
  }
  return new DetailsReader(parsed.data).account();
}

type Named = { PolicyName: string; PolicyDocument: DocumentInput };
type Attached = { PolicyName: string; PolicyArn: string };

class DetailsReader {
  readonly #file: DetailsFile;
  readonly #notices: Account["notices"][number][] = [];
  readonly #managed: ReadonlyMap<string, DocumentInput>;
  readonly #groups: ReadonlyMap<string, DetailsFile["GroupDetailList"][number]>;

  constructor(file: DetailsFile) {
    this.#file = file;
    this.#managed = new Map(
      file.Policies.flatMap(({ Arn, PolicyVersionList }) => {
        const version = PolicyVersionList.find((one) => one.IsDefaultVersion);
        return version ? [[Arn, version.Document] as const] : [];
      }),
    );
    this.#groups = new Map(file.GroupDetailList.map((group) => [group.GroupName, group]));
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
    return { id, identities, notices: this.#notices };
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
      ...groups.flatMap((group) => [
        ...this.#inline(group.Arn, group.GroupPolicyList),
        ...this.#attached(group.Arn, group.AttachedManagedPolicies),
      ]),
    ];
    const rest = { groups: user.GroupList, instanceProfiles: [], trust: null };
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
      const document = this.#managed.get(PolicyArn);
      if (document) return this.#compiled(document, { kind: "identity", name, where }) ?? [];
      this.#notices.push({ where, message: `The policy ${PolicyArn} is not in the file.` });
      return [];
    });
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
