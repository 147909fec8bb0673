import { defineOperations } from "../../world/define.ts";
import { refusal } from "../../world/refusal.ts";
import type { StoredPolicy } from "../../world/stored-policy.ts";
import { keyPolicy } from "./make.ts";
import { keyNeed, managing } from "./needs.ts";
import { notPending, own, type Ctx } from "./find.ts";
import { missingPrincipal, wouldAllow } from "./policy-checks.ts";
import type { KmsState } from "./state.ts";

const bypasses = ({ input }: Ctx): boolean => input.flag("BypassPolicyLockoutSafetyCheck") ?? false;

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html: a key has one policy, called default. */
export const policyOperations = defineOperations<KmsState>()({
  GetKeyPolicy: {
    readOnly: true,
    needs: managing(own),
    run: (context) => {
      onlyDefault(context);
      return { Policy: own(context).policy.text, PolicyName: "default" };
    },
  },
  ListKeyPolicies: {
    readOnly: true,
    needs: managing(own),
    run: () => ({ PolicyNames: ["default"], Truncated: false }),
  },
  PutKeyPolicy: {
    readOnly: false,
    needs: (context) => [
      keyNeed(
        context,
        { key: own(context), alias: null },
        { "kms:BypassPolicyLockoutSafetyCheck": String(bypasses(context)) },
      ),
    ],
    run: (context) => {
      onlyDefault(context);
      const key = own(context);
      notPending(key);
      key.policy = checked(context, keyPolicy(context.input.text("Policy")), key.arn);
    },
  },
});

function onlyDefault({ input }: Ctx): void {
  const name = input.optional("PolicyName") ?? "default";
  if (name !== "default") throw refusal("NotFoundException", `No such policy ${name} exists.`);
}

/** Refuses principals that are not there, and what would keep the caller from changing the policy again. */
export function checked(context: Ctx, policy: StoredPolicy, resource: string): StoredPolicy {
  const { world, caller } = context;
  const malformed = (message: string) => refusal("MalformedPolicyDocumentException", message);
  if (missingPrincipal(world, policy.compiled) !== null)
    throw malformed("Policy contains a statement with one or more invalid principals.");
  const asked = { caller, action: "kms:PutKeyPolicy", resource };
  if (!bypasses(context) && !wouldAllow(policy.compiled, asked))
    throw malformed(
      "The new key policy will not allow you to update the key policy in the future.",
    );
  return policy;
}
