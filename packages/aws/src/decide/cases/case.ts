import { compilePolicy, type CompiledPolicy } from "../../policy/compile.ts";
import type { PolicyKind } from "../../policy/document.ts";
import { principalOf, sessionOf, type Principal } from "../../policy/principal.ts";
import { readPolicy } from "../../policy/read.ts";
import type { Reason } from "../decide.ts";
import { noPolicies, type AuthorizationRequest, type Grant, type Policies } from "../request.ts";

/** A request with all that has a say in it, its outcome, and the page of AWS's documentation that says so. */
export type Case = [name: string, page: string, given: Given, outcome: Reason];

/** A case that differs from the others of its file in these things alone. */
export type Row = [name: string, page: string, given: Partial<Given>, outcome: Reason];

export const rowsOn =
  (base: Given) =>
  (...[name, page, given, outcome]: Row): Case => [name, page, { ...base, ...given }, outcome];

export type Statement = Record<string, unknown>;
type Documents = readonly Statement[];

export type Given = {
  who: Principal | string;
  does: string;
  to: string;
  account?: string;
  with?: AuthorizationRequest["context"];
  /** Each entry is a statement; together they are one policy. */
  identity?: Documents;
  boundary?: Documents;
  session?: Documents;
  resource?: Documents;
  trust?: Documents;
  key?: Documents;
  endpoint?: Documents;
  /** Levels from the root down, each with its statements. */
  scp?: readonly Documents[];
  rcp?: readonly Documents[];
  grants?: readonly Grant[];
  restrictPublic?: boolean;
  managementAccount?: string;
  version?: "2008-10-17";
};

const iam = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
const organizations = "https://docs.aws.amazon.com/organizations/latest/userguide/";
const kms = "https://docs.aws.amazon.com/kms/latest/developerguide/";

/** Pages that cases stand on. */
export const pages = {
  logic: `${iam}reference_policies_evaluation-logic_policy-eval-denyallow.html`,
  single: `${iam}reference_policies_evaluation-logic_policy-eval-basics.html`,
  cross: `${iam}reference_policies_evaluation-logic-cross-account.html`,
  action: `${iam}reference_policies_elements_action.html`,
  notAction: `${iam}reference_policies_elements_notaction.html`,
  resource: `${iam}reference_policies_elements_resource.html`,
  notResource: `${iam}reference_policies_elements_notresource.html`,
  principal: `${iam}reference_policies_elements_principal.html`,
  notPrincipal: `${iam}reference_policies_elements_notprincipal.html`,
  condition: `${iam}reference_policies_elements_condition.html`,
  operators: `${iam}reference_policies_elements_condition_operators.html`,
  sets: `${iam}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  variables: `${iam}reference_policies_variables.html`,
  version: `${iam}reference_policies_elements_version.html`,
  keys: `${iam}reference_policies_condition-keys.html`,
  boundary: `${iam}access_policies_boundaries.html`,
  session: `${iam}access_policies.html`,
  deputy: `${iam}confused-deputy.html`,
  passRole: `${iam}id_roles_use_passrole.html`,
  revoke: `${iam}id_roles_use_revoke-sessions.html`,
  assume: `${iam}id_roles_use_permissions-to-switch.html`,
  externalId: `${iam}id_roles_common-scenarios_third-party.html`,
  oidc: `${iam}id_roles_providers_create_oidc.html`,
  scp: `${organizations}orgs_manage_policies_scps.html`,
  scpLevels: `${organizations}orgs_manage_policies_scps_evaluation.html`,
  rcp: `${organizations}orgs_manage_policies_rcps.html`,
  rcpKms: `${kms}resource-control-policies.html`,
  keyPolicy: `${kms}key-policies.html`,
  keyDefault: `${kms}key-policy-default.html`,
  keyAcross: `${kms}key-policy-modifying-external-accounts.html`,
  grants: `${kms}grants.html`,
  endpoint: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  blockPublic:
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
} as const;

export const home = "111122223333";
export const other = "444455556666";
export const manager = "999999999999";
export const ana = `arn:aws:iam::${home}:user/ana`;
export const role = `arn:aws:iam::${home}:role/reader`;
export const reader = sessionOf(role, "monday");
export const foreign = sessionOf(`arn:aws:iam::${other}:role/partner`, "run");
export const photo = "arn:aws:s3:::photos/a.jpg";
export const get = "s3:GetObject";

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

/** A statement of a policy at a resource: whom it names, then as above. */
export const to = (principal: unknown, statement: Statement): Statement => ({
  ...statement,
  Principal: typeof principal === "string" && principal !== "*" ? { AWS: principal } : principal,
});

/** A statement of a trust policy, which has no resource. */
export const trusts = (principal: unknown, Condition?: object, action = "sts:AssumeRole") => {
  const { Resource: _none, ...rest } = to(principal, allow(action, "*", Condition));
  return rest;
};

export const everything = allow("*");

/** The case as the engine takes it. Throws where a policy of it cannot be read: a case is well written. */
export function givenOf(given: Given): { request: AuthorizationRequest; policies: Policies } {
  const { who, does, to: resource, account, with: context } = given;
  const principal = typeof who === "string" ? principalOf(who) : who;
  if (!principal) throw new Error(`“${JSON.stringify(who)}” is nobody.`);
  const one = (kind: PolicyKind, statements: Documents | undefined, name: string = kind) =>
    statements ? compiled({ kind, statements, name, version: given.version }) : null;
  const levels = (kind: "scp" | "rcp") =>
    (given[kind] ?? []).map((statements, index) => {
      const name = ["Root", "Workloads", "Account"][index] ?? `Level ${index}`;
      return { name, policies: [one(kind, statements, `${kind} ${index}`)!] };
    });
  const session = one("session", given.session);
  const identity = one("identity", given.identity);
  const policies: Policies = {
    ...noPolicies,
    identity: identity ? [identity] : [],
    boundary: one("boundary", given.boundary),
    session: session && [session],
    resource: one("resource", given.resource) ?? one("trust", given.trust) ?? one("key", given.key),
    endpoint: one("endpoint", given.endpoint),
    serviceControl: levels("scp"),
    resourceControl: levels("rcp"),
    grants: given.grants ?? [],
    restrictPublic: given.restrictPublic ?? false,
    managementAccount: given.managementAccount ?? null,
  };
  return {
    request: { principal, action: does, resource, resourceAccount: account, context },
    policies,
  };
}

type Compiled = { kind: PolicyKind; statements: Documents; name: string; version?: string };

function compiled({ kind, statements, name, version = "2012-10-17" }: Compiled): CompiledPolicy {
  const read = readPolicy(JSON.stringify({ Version: version, Statement: statements }), kind);
  if (!read.document) throw new Error(JSON.stringify(read.problems));
  return compilePolicy(read.document, { name, kind });
}
