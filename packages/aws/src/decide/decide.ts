import type { CompiledPolicy, CompiledStatement, Question } from "../policy/compile.ts";
import { accountOf, type Principal } from "../policy/principal.ts";
import { grantFor } from "./grants.ts";
import {
  questionOf,
  resourceAccountOf,
  type AuthorizationRequest,
  type Grant,
  type Level,
  type Policies,
} from "./request.ts";
import { rcpApplies, scpApplies, worksAcross } from "./scope.ts";
import { isDirect, isIndirect, weigh, type Weight } from "./weigh.ts";

/** What settled a request. */
export type Reason =
  | "explicit-deny"
  | "scp-silent"
  | "endpoint-silent"
  | "public-access-blocked"
  | "resource-silent"
  | "own-account-only"
  | "identity-silent"
  | "boundary-silent"
  | "session-silent"
  | "allowed-by-resource"
  | "allowed-by-identity"
  | "allowed-by-both"
  | "allowed-by-grant"
  | "allowed-to-root";

export type Decision = {
  allowed: boolean;
  reason: Reason;
  /** What denied, or what allowed; null where nothing spoke. */
  by: { policy: CompiledPolicy; statement: CompiledStatement } | null;
  /** The level at which a service control policy is silent. */
  level: string | null;
  grant: Grant | null;
};

/** Every policy that has a say, weighed once. */
export type Weighed = {
  identity: readonly Weight[];
  boundary: Weight | null;
  session: readonly Weight[] | null;
  resource: Weight | null;
  endpoint: Weight | null;
  serviceControl: readonly WeighedLevel[];
  resourceControl: readonly WeighedLevel[];
};

type WeighedLevel = { name: string; weights: readonly Weight[] };

/**
 * Decides as AWS does: an explicit deny anywhere ends it; then each limit has to allow, and somebody has to grant.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function decide(request: AuthorizationRequest, policies: Policies): Decision {
  const asked = questionOf(request, policies);
  const weighed = weighAll(request, policies, asked);
  const denied = firstDeny(weighed);
  if (denied) return no("explicit-deny", { by: denied });
  const silent = weighed.serviceControl.find(({ weights }) => !weights.some(({ allow }) => allow));
  if (silent) return no("scp-silent", { level: silent.name });
  if (weighed.endpoint && !weighed.endpoint.allow) return no("endpoint-silent");
  if (isBlockedAsPublic(request, policies)) return no("public-access-blocked");
  const grant = grantFor(policies.grants, asked);
  return isOwn(request)
    ? withinAccount({ request, weighed, policies, grant })
    : acrossAccounts({ request, weighed, policies, grant });
}

export function weighAll(
  request: AuthorizationRequest,
  policies: Policies,
  asked: Question,
): Weighed {
  const { identity, boundary, session, resource, endpoint } = policies;
  const scp = scpApplies(request, policies) ? policies.serviceControl : [];
  const rcp = rcpApplies(request, policies) ? policies.resourceControl : [];
  return {
    identity: weighEach(identity, asked),
    boundary: boundary && weigh(boundary, asked),
    session: session && weighEach(session, asked),
    resource: resource && weigh(resource, asked),
    endpoint: endpoint && weigh(endpoint, asked),
    serviceControl: weighLevels(scp, asked),
    resourceControl: weighLevels(rcp, asked),
  };
}

function weighEach(policies: readonly CompiledPolicy[], asked: Question): Weight[] {
  return policies.map((policy) => weigh(policy, asked));
}

function weighLevels(levels: readonly Level[], asked: Question): WeighedLevel[] {
  return levels.map(({ name, policies }) => ({ name, weights: weighEach(policies, asked) }));
}

function firstDeny(weighed: Weighed): Decision["by"] {
  const { resourceControl, serviceControl, endpoint, resource, identity, boundary, session } =
    weighed;
  return (
    deniedAtLevels(resourceControl) ??
    deniedAtLevels(serviceControl) ??
    deniedBy([endpoint, resource]) ??
    deniedBy(identity) ??
    deniedBy([boundary]) ??
    deniedBy(session ?? [])
  );
}

function deniedAtLevels(levels: readonly WeighedLevel[]): Decision["by"] {
  for (const { weights } of levels) {
    const found = deniedBy(weights);
    if (found) return found;
  }
  return null;
}

function deniedBy(weights: readonly (Weight | null)[]): Decision["by"] {
  for (const weight of weights) {
    if (weight?.deny) return { policy: weight.policy, statement: weight.deny };
  }
  return null;
}

/** Only the bucket's own account and AWS services get through a public policy that is restricted. */
function isBlockedAsPublic(request: AuthorizationRequest, policies: Policies): boolean {
  const { principal } = request;
  if (!policies.restrictPublic || !policies.resource?.isPublic) return false;
  return principal.type !== "service" && !isOwn(request);
}

/** Anonymous callers and services belong to no account, and so to none that owns something. */
function isOwn(request: AuthorizationRequest): boolean {
  const account = accountOf(request.principal);
  return account !== null && account === resourceAccountOf(request);
}

type Case = {
  request: AuthorizationRequest;
  weighed: Weighed;
  policies: Policies;
  grant: Grant | null;
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html */
function withinAccount({ request, weighed, policies, grant }: Case): Decision {
  const granted = weighed.resource?.allow ?? null;
  const as = granted?.as ?? null;
  if (isDirect(as)) return yes("allowed-by-resource", byOf(weighed.resource));
  if (
    grant &&
    request.principal.type === "role-session" &&
    grant.grantee === request.principal.role
  ) {
    return limited(weighed) ?? yes("allowed-by-grant", null, grant);
  }
  if (grant) return yes("allowed-by-grant", null, grant);
  if (isIndirect(as)) return limited(weighed) ?? yes("allowed-by-resource", byOf(weighed.resource));
  // A role and a key are closed to their own account, too, until their policy opens them.
  const closed = policies.resource !== null && mustAllow.has(policies.resource.kind);
  if (closed && as !== "account") return no("resource-silent");
  if (request.principal.type === "root") return yes("allowed-to-root", null);
  return byIdentity(weighed, "allowed-by-identity");
}

/** Both accounts have to allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
function acrossAccounts({ request, weighed, grant }: Case): Decision {
  const granted = weighed.resource?.allow ?? null;
  const alone = withoutAccount.has(request.principal.type);
  if (!granted && !grant) return no("resource-silent");
  if (!worksAcross(request)) return no("own-account-only");
  if (alone) {
    return granted
      ? yes("allowed-by-resource", byOf(weighed.resource))
      : yes("allowed-by-grant", null, grant);
  }
  if (request.principal.type === "root")
    return yes("allowed-by-resource", byOf(weighed.resource), grant);
  return byIdentity(weighed, "allowed-by-both");
}

const mustAllow: ReadonlySet<string> = new Set(["trust", "key"]);
/** Callers that no identity policy speaks for. */
const withoutAccount: ReadonlySet<Principal["type"]> = new Set([
  "service",
  "anonymous",
  "federated",
]);

function byIdentity(weighed: Weighed, reason: Reason): Decision {
  const found = weighed.identity.find(({ allow }) => allow);
  if (!found) return no("identity-silent");
  return limited(weighed) ?? yes(reason, byOf(found));
}

/** What a boundary and a session's policies leave out; null where they let it pass. */
function limited({ boundary, session }: Weighed): Decision | null {
  if (boundary && !boundary.allow) return no("boundary-silent");
  if (session && !session.some(({ allow }) => allow)) return no("session-silent");
  return null;
}

function byOf(weight: Weight | null): Decision["by"] {
  return weight?.allow ? { policy: weight.policy, statement: weight.allow.statement } : null;
}

const yes = (reason: Reason, by: Decision["by"], grant: Grant | null = null): Decision => {
  return { allowed: true, reason, by, level: null, grant };
};

const no = (reason: Reason, more: Partial<Decision> = {}): Decision => {
  return { allowed: false, reason, by: null, level: null, grant: null, ...more };
};
