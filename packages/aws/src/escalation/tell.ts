import { nameOf } from "./actor.ts";
import type { Edge } from "./edges.ts";
import type { EscalationCall, EscalationStep } from "./report.ts";
import type { Decided } from "./scene.ts";

export function tellStep({ from, to, entry, attempt }: Edge): EscalationStep {
  const { calls, trust, conditions } = attempt;
  return {
    from: from.identity.arn,
    to: to.identity.arn,
    plus: entry.gives.plus && to.plus ? nameOf(to.plus) : null,
    path: entry.id,
    group: entry.group,
    calls: calls.map(tellCall),
    trust: trust.map(tellCall),
    conditions,
    notes: entry.notes ?? [],
    docs: entry.docs,
  };
}

export function tellCall(decided: Decided): EscalationCall {
  const { request, decision, brings } = decided;
  const { principal, action, resource } = request;
  return {
    caller: callerOf(principal),
    action,
    resource,
    context: Object.fromEntries(Object.entries(brings).filter(([key]) => !isGiven(key))),
    reason: decision.reason,
    by: decision.by && {
      policy: decision.by.policy.name,
      statement: decision.by.statement.number,
      sid: decision.by.statement.source.sid,
    },
    decided,
  };
}

/** Of a session it is the role: that is whom people know. */
function callerOf(principal: Decided["request"]["principal"]): string {
  if (principal.type === "role-session") return principal.role;
  if (principal.type === "service") return principal.name;
  return "arn" in principal ? principal.arn : principal.type;
}

/** Keys that tell of the resource, or of what every call has: nobody chooses them. */
const isGiven = (key: string): boolean =>
  /^(aws|iam):ResourceTag\//.test(key) || key === "aws:RequestedRegion";
