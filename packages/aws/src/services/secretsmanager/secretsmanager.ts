import { defineService } from "../../world/define.ts";
import { declareSecrets, secretsDeclaration } from "./declare.ts";
import { listOperations } from "./lists.ts";
import { passwordOperations } from "./password.ts";
import { policyOperations } from "./policies.ts";
import { rotationOperations } from "./rotation.ts";
import { secretOperations } from "./secrets.ts";
import { secretsOf, startSecrets } from "./state.ts";
import { valueOperations } from "./values.ts";

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/Welcome.html */
export const secretsmanager = defineService({
  id: "secretsmanager",
  prefix: "secretsmanager",
  eventSource: "secretsmanager.amazonaws.com",
  scope: "regional",
  denied: { code: "AccessDeniedException", status: 400 },
  start: startSecrets,
  declaration: secretsDeclaration,
  declare: declareSecrets,
  operations: {
    ...secretOperations,
    ...valueOperations,
    ...listOperations,
    ...policyOperations,
    ...rotationOperations,
    ...passwordOperations,
  },
  atResource: ({ world, arn, owner }) => {
    const [, , , region = "", , , name = ""] = arn.split(":");
    const secret = secretsOf(world, owner, region)?.secrets.get(name.replace(/-\w{6}$/, ""));
    if (secret?.arn !== arn) return null;
    return { policy: secret.policy?.compiled ?? null, tags: Object.fromEntries(secret.tags) };
  },
});
