import { decide, type Decision } from "../decide/decide.ts";
import { noPolicies, type AuthorizationRequest, type Policies } from "../decide/request.ts";
import { services } from "../services/index.ts";
import { identityPoliciesOf } from "../services/iam/policies-of.ts";
import { contextOfCredential, type Credential } from "./credential.ts";
import type { AskedOf, AtResource, Need } from "./define.ts";
import { iso } from "./ids.ts";
import type { Origin } from "./origin.ts";
import { levelsFor, orgPathOf } from "./organisation.ts";
import type { World } from "./world.ts";

/** Somebody asking for something: `caller` is null of an anonymous call. */
export type Asked = {
  world: World;
  caller: Credential | null;
  need: Need & { action: string };
  region: string;
  origin: Origin;
  userAgent: string;
};

/** The request and everything that has a say in it, as the policy engine takes them. */
export function questionFor(asked: Asked): { request: AuthorizationRequest; policies: Policies } {
  const { world, caller, need } = asked;
  const owner = need.owner ?? ownerIn(need.resource) ?? caller?.account ?? "";
  const at = atResource({
    world,
    arn: need.resource,
    owner,
    action: need.action,
    context: need.context ?? {},
  });
  const request: AuthorizationRequest = {
    principal: caller?.principal ?? { type: "anonymous" },
    action: need.action,
    resource: need.resource,
    ...(owner === "" ? {} : { resourceAccount: owner }),
    context: { ...contextOf(asked, owner, at), ...need.context },
  };
  const identity = caller ? identityPoliciesOf(world, caller.principal) : null;
  return {
    request,
    policies: {
      ...noPolicies,
      identity: identity?.policies ?? [],
      boundary: identity?.boundary ?? null,
      session: caller?.session?.policies ?? null,
      resource: at?.policy ?? null,
      grants: at?.grants ?? [],
      restrictPublic: at?.restrictPublic ?? false,
      endpoint: need.forwarded ? null : (asked.origin.endpoint?.policy ?? null),
      serviceControl: caller ? levelsFor(world, caller.account, "SERVICE_CONTROL_POLICY") : [],
      resourceControl: levelsFor(world, owner, "RESOURCE_CONTROL_POLICY"),
      managementAccount: world.organisation?.managementAccount ?? null,
    },
  };
}

export function decideIn(asked: Asked): { request: AuthorizationRequest; decision: Decision } {
  const { request, policies } = questionFor(asked);
  return { request, decision: decide(request, policies) };
}

/** The service of an ARN is asked what stands there. */
function atResource(asked: AskedOf): AtResource | null {
  const prefix = asked.arn.split(":")[2];
  const found = services.find((one) => one.prefix === prefix && one.atResource);
  return found?.atResource?.(asked) ?? null;
}

const ownerIn = (arn: string): string | null => {
  const account = arn.split(":")[4] ?? "";
  return /^\d{12}$/.test(account) ? account : null;
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function contextOf(asked: Asked, owner: string, at: AtResource | null) {
  const { world, caller, region, userAgent } = asked;
  const context: Record<string, string | readonly string[]> = {
    "aws:CurrentTime": iso(world.nowMs),
    "aws:EpochTime": String(Math.floor(world.nowMs / 1000)),
    "aws:SecureTransport": "true",
    "aws:RequestedRegion": region,
    "aws:UserAgent": userAgent,
    "aws:ViaAWSService": String(asked.need.forwarded ?? false),
    ...whence(asked),
  };
  for (const [key, value] of Object.entries(at?.tags ?? {}))
    context[`aws:ResourceTag/${key}`] = value;
  give(context, "ResourceOrg", orgOf(world, owner));
  if (!caller) return context;
  give(context, "PrincipalOrg", orgOf(world, caller.account));
  for (const [key, value] of Object.entries(tagsOf(world, caller)))
    context[`aws:PrincipalTag/${key}`] = value;
  return Object.assign(context, contextOfCredential(caller));
}

/** Through an endpoint there is no public address to speak of; what a service forwards has neither. */
function whence({ need, origin: { endpoint, sourceIp } }: Asked): Record<string, string> {
  if (need.forwarded) return {};
  if (!endpoint) return { "aws:SourceIp": sourceIp };
  return {
    "aws:SourceVpce": endpoint.id,
    "aws:SourceVpc": endpoint.vpc,
    "aws:VpcSourceIp": sourceIp,
  };
}

function give(
  context: Record<string, string | readonly string[]>,
  name: string,
  org: { id: string; path: string } | null,
): void {
  if (!org) return;
  context[`aws:${name}ID`] = org.id;
  context[`aws:${name}Paths`] = [org.path];
}

function orgOf({ organisation }: World, account: string) {
  if (!organisation?.parents.has(account)) return null;
  return { id: organisation.id, path: orgPathOf(organisation, account) };
}

/** A session's tags stand over those of its role. */
function tagsOf(world: World, { principal, session }: Credential): Record<string, string> {
  return { ...identityPoliciesOf(world, principal)?.tags, ...session?.tags };
}
