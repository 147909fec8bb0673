import type { Fault } from "../codec/call.ts";
import type { Decision } from "../decide/decide.ts";
import type { AuthorizationRequest } from "../decide/request.ts";
import type { PolicyKind } from "../policy/document.ts";

/**
 * What AWS says of a denied request: who, what, on which resource, and of which type the policy is that decided.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function deniedFault(
  { code, status, before = "" }: { code: string; status: number; before?: string },
  request: AuthorizationRequest,
  decision: Decision,
): Fault {
  const who = "arn" in request.principal ? `User: ${request.principal.arn}` : "User: anonymous";
  const on = request.resource === "*" ? "" : ` on resource: ${request.resource}`;
  const message = `${before}${who} is not authorized to perform: ${request.action}${on}${because(request, decision)}`;
  return { code, status, message };
}

function because({ action }: AuthorizationRequest, { reason, by }: Decision): string {
  if (reason === "explicit-deny" && by)
    return ` with an explicit deny in ${article(kindNames[by.policy.kind])}`;
  const silent = silentNames[reason];
  return silent === undefined ? "" : ` because no ${silent} allows the ${action} action`;
}

const kindNames: Record<PolicyKind, string> = {
  identity: "identity-based policy",
  boundary: "permissions boundary",
  session: "session policy",
  resource: "resource-based policy",
  trust: "resource-based policy",
  key: "resource-based policy",
  scp: "service control policy",
  rcp: "resource control policy",
  endpoint: "VPC endpoint policy",
};

const silentNames: Partial<Record<Decision["reason"], string>> = {
  "scp-silent": "service control policy",
  "endpoint-silent": "VPC endpoint policy",
  "resource-silent": "resource-based policy",
  "identity-silent": "identity-based policy",
  "boundary-silent": "permissions boundary",
  "session-silent": "session policy",
};

const article = (name: string): string => `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
