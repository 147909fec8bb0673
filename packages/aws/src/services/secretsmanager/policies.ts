import { defineOperations } from "../../world/define.ts";
import { Refusal, refusal } from "../../world/refusal.ts";
import { storedPolicy, type StoredPolicy } from "../../world/stored-policy.ts";
import { missingPrincipal } from "../kms/policy-checks.ts";
import { livingSecret, named, onSecret, secretNeed, type Ctx } from "./find.ts";
import type { SecretsState } from "./state.ts";

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html */
export const policyOperations = defineOperations<SecretsState>()({
  GetResourcePolicy: {
    readOnly: true,
    needs: onSecret,
    run: (context) => {
      const secret = livingSecret(context);
      return { ...named(secret), ResourcePolicy: secret.policy?.text };
    },
  },
  PutResourcePolicy: {
    readOnly: false,
    needs: (context) => {
      const blocks = context.input.flag("BlockPublicPolicy") ?? false;
      return [secretNeed(context, { "secretsmanager:BlockPublicPolicy": String(blocks) })];
    },
    run: (context) => {
      const { input } = context;
      const secret = livingSecret(context);
      const policy = checked(context, input.text("ResourcePolicy"));
      if (input.flag("BlockPublicPolicy") && policy.compiled.isPublic)
        throw refusal(
          "PublicPolicyException",
          "You attached a policy that allows broad access to the secret.",
        );
      secret.policy = policy;
      return named(secret);
    },
  },
  DeleteResourcePolicy: {
    readOnly: false,
    needs: onSecret,
    run: (context) => {
      const secret = livingSecret(context);
      secret.policy = null;
      return named(secret);
    },
  },
  ValidateResourcePolicy: {
    readOnly: true,
    needs: (context) =>
      context.input.has("SecretId") ? [secretNeed(context)] : [{ resource: "*" }],
    run: (context) => {
      const found = problemOf(context);
      return {
        PolicyValidationPassed: found === null,
        ValidationErrors: found ? [found] : [],
      };
    },
  },
});

export const secretPolicy = (text: string): StoredPolicy =>
  storedPolicy(text, {
    kind: "resource",
    name: "resource policy",
    code: "MalformedPolicyDocumentException",
  });

function checked({ world }: Ctx, text: string): StoredPolicy {
  const policy = secretPolicy(text);
  if (missingPrincipal(world, policy.compiled) !== null)
    throw refusal(
      "MalformedPolicyDocumentException",
      "This resource policy contains an unsupported principal.",
    );
  return policy;
}

function problemOf(context: Ctx) {
  try {
    const policy = checked(context, context.input.text("ResourcePolicy"));
    return policy.compiled.isPublic
      ? {
          CheckName: "PUBLIC_POLICY",
          ErrorMessage: "The policy allows broad access to the secret.",
        }
      : null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { CheckName: "POLICY_SYNTAX", ErrorMessage: error.fault.message };
  }
}
