import { accountOf } from "../../policy/principal.ts";
import type { Decision, Reason } from "../decide.ts";
import { resourceAccountOf, type AuthorizationRequest, type Policies } from "../request.ts";
import { statementName } from "./misses.ts";

type Told = { decision: Decision; request: AuthorizationRequest; policies: Policies };

/** The outcome in a sentence or two: what settled it, and what a grant would have needed. */
export function reasonInWords(
  decision: Decision,
  request: AuthorizationRequest,
  policies: Policies,
): string {
  const start = decision.allowed ? "Allowed" : "Denied";
  return `${start}: ${sentences[decision.reason]({ decision, request, policies })}`;
}

const byInWords = ({ decision: { by } }: Told): string =>
  by ? `${statementName(by.statement)} of “${by.policy.name}”` : "a policy";

const isAcross = ({ request }: Told): boolean =>
  accountOf(request.principal) !== resourceAccountOf(request);

const sentences: Record<Reason, (told: Told) => string> = {
  "explicit-deny": (told) =>
    `${byInWords(told)} denies it explicitly, and no allow outweighs a deny.`,
  "scp-silent": ({ decision }) =>
    `no service control policy at “${decision.level}” allows it. Each level of the organisation has to.`,
  "endpoint-silent": () => "the policy of the VPC endpoint does not allow it.",
  "public-access-blocked": () =>
    "the bucket's policy counts as public, and Block Public Access restricts such a policy to the bucket's own account and to AWS services.",
  "resource-silent": (told) => resourceSilent(told),
  "own-account-only": ({ request }) =>
    `${request.action} works within the key's own account alone. A key policy that names another account for it has no effect.`,
  "identity-silent": (told) =>
    isAcross(told)
      ? "the resource's account allows it, but no identity-based policy of the caller does. Across accounts both have to."
      : "nothing allows it: no identity-based policy does, and what stands at the resource grants nothing by itself.",
  "boundary-silent": () =>
    "the permissions boundary does not allow it, and what the caller has is limited to what the boundary allows.",
  "session-silent": () =>
    "the session's policy does not allow it, and a session has no more than the policy that it was made with.",
  "allowed-by-resource": (told) =>
    `${byInWords(told)}, which stands at the resource, grants it to the caller.`,
  "allowed-by-identity": (told) => `${byInWords(told)} allows it, and nothing limits that.`,
  "allowed-by-both": (told) =>
    `${byInWords(told)} allows it in the caller's account, and the resource's account does as well.`,
  "allowed-by-grant": ({ decision }) => `the grant “${decision.grant?.id}” allows it.`,
  "allowed-to-root": () =>
    "the root user may do everything in its own account that nothing denies.",
};

function resourceSilent(told: Told): string {
  const kind = told.policies.resource?.kind;
  if (kind === "trust") {
    return "the role's trust policy does not let the caller assume it. A role is closed until its trust policy opens it, whatever identity-based policies say.";
  }
  if (kind === "key") {
    return "neither the key policy nor a grant allows it, and the key policy does not hand the decision to the account. Identity-based policies count for a key only where the key policy says so.";
  }
  if (isAcross(told)) {
    return "nothing in the resource's account allows it to the caller, who belongs elsewhere. Across accounts both have to.";
  }
  return "nothing at the resource allows it.";
}
