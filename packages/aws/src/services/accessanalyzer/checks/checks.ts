import type { CompiledPolicy } from "../../../policy/compile.ts";
import { defineOperations } from "../../../world/define.ts";
import { invalid } from "../find.ts";
import type { AnalyzerState } from "../state.ts";
import { newIn } from "./no-new.ts";
import { openTo } from "./no-public.ts";
import { grantedBy } from "./not-granted.ts";
import { policyFrom } from "./read.ts";

/**
 * Checks of a policy by itself. Where an answer cannot be proven the check says that it is not emulated.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-custom-policy-checks.html
 */
export const checkOperations = defineOperations<AnalyzerState>()({
  CheckNoPublicAccess: {
    readOnly: true,
    run: ({ input }) => {
      const policy = policyFrom(input.text("policyDocument"), "RESOURCE_POLICY");
      const at = openTo(policy, input.text("resourceType"));
      return result(policy, at, "public access");
    },
  },
  CheckAccessNotGranted: {
    readOnly: true,
    run: ({ input }) => {
      const policy = policyFrom(input.text("policyDocument"), input.text("policyType"));
      const [access] = input.list("access");
      const actions = access?.texts("actions") ?? [];
      const resources = access?.texts("resources") ?? [];
      if (actions.length + resources.length === 0)
        throw invalid("The access has neither actions nor resources.");
      return result(policy, grantedBy(policy, { actions, resources }), "the given access");
    },
  },
  CheckNoNewAccess: {
    readOnly: true,
    run: ({ input }) => {
      const type = input.text("policyType");
      const now = policyFrom(input.text("newPolicyDocument"), type);
      const before = policyFrom(input.text("existingPolicyDocument"), type);
      return result(now, newIn(now, before), "new access");
    },
  },
});

/** `at`: the statement that gives it away, from 0. */
function result({ document }: CompiledPolicy, at: number | null, what: string) {
  if (at === null)
    return { result: "PASS", message: `The policy document does not grant ${what}.` };
  const sid = document.statements[at]?.sid ?? null;
  return {
    result: "FAIL",
    message: `The policy document grants ${what}.`,
    reasons: [
      {
        description: `Statement ${at + 1} grants ${what}.`,
        statementIndex: at,
        ...(sid === null || sid === "" ? {} : { statementId: sid }),
      },
    ],
  };
}
