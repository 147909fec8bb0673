import { decide } from "../../decide/decide.ts";
import { noPolicies } from "../../decide/request.ts";
import { principalOf } from "../../policy/principal.ts";
import { defineOperations, type Context } from "../../world/define.ts";
import { levelsFor } from "../../world/organisation.ts";
import { refusal } from "../../world/refusal.ts";
import { identityPoliciesOf } from "./policies-of.ts";
import type { IamState } from "./state.ts";

/**
 * The simulator: identity-based policies, boundary and service control policies, without what stands at the
 * resource, as the one of AWS does where no resource policy is handed to it.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export const simulateOperations = defineOperations<IamState>()({
  SimulatePrincipalPolicy: {
    readOnly: true,
    needs: ({ input }) => [{ resource: input.text("PolicySourceArn") }],
    run: (context) => ({ EvaluationResults: results(context), IsTruncated: false }),
  },
});

function results(context: Context<IamState>) {
  const { input } = context;
  const resources = input.texts("ResourceArns");
  return input
    .texts("ActionNames")
    .slice(0, 500)
    .flatMap((action) =>
      (resources.length === 0 ? ["*"] : resources).map((resource) =>
        one(context, action, resource),
      ),
    );
}

function one({ world, account, input }: Context<IamState>, action: string, resource: string) {
  const principal = principalOf(input.text("PolicySourceArn"));
  const own = principal && identityPoliciesOf(world, principal);
  if (!principal || !own) {
    const message = `No principal with the ARN ${input.text("PolicySourceArn")} was found.`;
    throw refusal("NoSuchEntity", message, 404);
  }
  const context = Object.fromEntries(
    input
      .list("ContextEntries")
      .map((entry) => [entry.text("ContextKeyName"), entry.texts("ContextKeyValues")]),
  );
  const { allowed, reason } = decide(
    { principal, action, resource, resourceAccount: account.id, context },
    {
      ...noPolicies,
      identity: own.policies,
      boundary: own.boundary,
      serviceControl: levelsFor(world, account.id, "SERVICE_CONTROL_POLICY"),
      managementAccount: world.organisation?.managementAccount ?? null,
    },
  );
  const denied = reason === "explicit-deny" ? "explicitDeny" : "implicitDeny";
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: allowed ? "allowed" : denied,
    MatchedStatements: [],
    MissingContextValues: [],
  };
}
