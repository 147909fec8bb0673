import type { Decision, Reason } from "./decide.ts";
import type { Gate, GateTrace, Trace } from "./explain.ts";

/** A trace as plain data, to be sent and drawn: what a page and a grade show. */
export type ShownTrace = {
  allowed: boolean;
  reason: Reason;
  summary: string;
  /** The ones that had a say, in the order in which AWS asks them. */
  gates: readonly ShownGate[];
};

export type ShownGate = GateTrace & {
  /** Whether the outcome was settled here. Never more than one. */
  settles: boolean;
};

export function shownTrace({ decision, summary, gates }: Trace): ShownTrace {
  const settling = settlingGate(decision, gates);
  return {
    allowed: decision.allowed,
    reason: decision.reason,
    summary,
    gates: gates.map((gate) => ({ ...gate, settles: gate === settling })),
  };
}

/** Where a silent gate, or one that allows, settles by itself which one it was. */
const gateOf: Partial<Record<Reason, Gate>> = {
  "scp-silent": "service control",
  "endpoint-silent": "endpoint",
  "public-access-blocked": "resource",
  "resource-silent": "resource",
  "own-account-only": "resource",
  "identity-silent": "identity",
  "boundary-silent": "boundary",
  "session-silent": "session",
  "allowed-by-resource": "resource",
  "allowed-by-identity": "identity",
  "allowed-by-both": "identity",
};

function settlingGate({ reason, by, level }: Decision, gates: readonly GateTrace[]) {
  if (reason === "explicit-deny") {
    return gates.find(
      ({ verdict, policies }) =>
        verdict === "denies" && policies.some(({ policy }) => policy === by?.policy.name),
    );
  }
  return gates.find(
    (one) => one.gate === gateOf[reason] && (level === null || one.level === level),
  );
}
