import type { Context } from "../conditions/condition.ts";
import type { CompiledPolicy, Question } from "../policy/compile.ts";
import { accountOf, type Principal } from "../policy/principal.ts";

/** What somebody asks AWS to do. */
export type AuthorizationRequest = {
  principal: Principal;
  /** Such as s3:GetObject. */
  action: string;
  /** An ARN, or * where the action has no resource. */
  resource: string;
  /** Whose the resource is, where its ARN does not say so; of a bucket, its owner. */
  resourceAccount?: string | undefined;
  /** Condition keys. What the principal itself gives (aws:PrincipalArn and the like) is added where left out. */
  context?: Readonly<Record<string, string | readonly string[]>>;
};

/** The policies of one level: the root, an organisational unit, or an account. */
export type Level = { name: string; policies: readonly CompiledPolicy[] };

/** Everything that has a say in one request. */
export type Policies = {
  identity: readonly CompiledPolicy[];
  boundary: CompiledPolicy | null;
  /** Null where none was passed; several of one session count together. */
  session: readonly CompiledPolicy[] | null;
  /** What stands at the resource: of kind resource, trust (at a role) or key (at a KMS key). */
  resource: CompiledPolicy | null;
  /** Of the principal's account, from the root down; empty without an organisation. */
  serviceControl: readonly Level[];
  /** Of the resource's account. */
  resourceControl: readonly Level[];
  /** Of the VPC endpoint through which the request comes. */
  endpoint: CompiledPolicy | null;
  grants: readonly Grant[];
  /** S3's RestrictPublicBuckets: a policy that counts as public serves nobody outside the account. */
  restrictPublic: boolean;
  /** The account that manages the organisation, which its SCPs and RCPs do not bind. */
  managementAccount: string | null;
};

export const noPolicies: Policies = {
  identity: [],
  boundary: null,
  session: null,
  resource: null,
  serviceControl: [],
  resourceControl: [],
  endpoint: null,
  grants: [],
  restrictPublic: false,
  managementAccount: null,
};

/** A KMS grant: lets its grantee do some operations with one key. */
export type Grant = {
  id: string;
  /** ARN of a user, a role, a role's session, or a service's name. */
  grantee: string;
  /** Such as Decrypt, GenerateDataKey. */
  operations: readonly string[];
  /** Encryption context that has to be there, or that has to be exactly this. */
  constraints?: {
    subset?: Readonly<Record<string, string>>;
    equals?: Readonly<Record<string, string>>;
  };
};

/** The account of the resource: as told, as its ARN says, or the principal's own. */
export function resourceAccountOf(request: AuthorizationRequest): string | null {
  if (request.resourceAccount !== undefined) return request.resourceAccount;
  const [, , , , account = ""] = request.resource.split(":");
  return /^\d{12}$/.test(account) ? account : accountOf(request.principal);
}

/** Made for each decision, and therefore with few steps. */
export function questionOf(
  request: AuthorizationRequest,
  { boundary }: Pick<Policies, "boundary"> = noPolicies,
): Question {
  const { principal, action, resource } = request;
  const context = contextOf(request);
  return {
    principal,
    action,
    folded: action.toLowerCase(),
    resource,
    context,
    bounded: boundary !== null,
    // A variable stands for one value: a key with several has none to give.
    resolve: (key) => {
      const values = context.get(key.toLowerCase());
      return values?.length === 1 ? values[0]! : null;
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function contextOf(request: AuthorizationRequest): Context {
  const { principal, context: sent } = request;
  const context = new Map<string, readonly string[]>();
  for (const key in sent) {
    const value = sent[key]!;
    context.set(key.toLowerCase(), typeof value === "string" ? [value] : value);
  }
  const service = principal.type === "service";
  give(context, "aws:principalarn", principalArn(principal));
  give(context, "aws:principalaccount", accountOf(principal));
  give(context, "aws:principaltype", principalTypes[principal.type] ?? null);
  give(context, "aws:principalisawsservice", signs(principal) ? String(service) : null);
  give(context, "aws:principalservicename", service ? principal.name : null);
  give(context, "aws:username", principal.type === "user" ? nameOf(principal.arn) : null);
  give(context, "aws:resourceaccount", resourceAccountOf(request));
  return context;
}

/** Who signs a request. Anonymous callers and bearers of a provider's token do not, and some keys are absent then. */
const signs = ({ type }: Principal): boolean => type !== "anonymous" && type !== "federated";

function give(context: Map<string, readonly string[]>, key: string, value: string | null): void {
  if (value !== null && !context.has(key)) context.set(key, [value]);
}

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);

const principalTypes: Partial<Record<Principal["type"], string>> = {
  root: "Account",
  user: "User",
  "federated-user": "FederatedUser",
  "role-session": "AssumedRole",
  anonymous: "Anonymous",
};

/** Of a role's session it is the role's ARN. */
function principalArn(principal: Principal): string | null {
  if (principal.type === "role-session") return principal.role;
  return "arn" in principal ? principal.arn : null;
}
