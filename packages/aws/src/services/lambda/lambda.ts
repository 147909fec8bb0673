import { defineService } from "../../world/define.ts";
import { aliasOperations } from "./aliases.ts";
import { changeOperations } from "./changes.ts";
import { declareLambda, lambdaDeclaration } from "./declare.ts";
import { concurrencyOperations, mappingOperations, urlOperations } from "./extras.ts";
import { functionAt } from "./find.ts";
import { invokeOperations } from "./invoking.ts";
import { policyOperations } from "./policy.ts";
import { readOperations } from "./reads.ts";
import { startLambda } from "./state.ts";

/** https://docs.aws.amazon.com/lambda/latest/api/welcome.html */
export const lambda = defineService({
  id: "lambda",
  prefix: "lambda",
  eventSource: "lambda.amazonaws.com",
  scope: "regional",
  denied: { code: "AccessDeniedException", status: 403 },
  start: startLambda,
  declaration: lambdaDeclaration,
  declare: declareLambda,
  operations: {
    ...readOperations,
    ...changeOperations,
    ...policyOperations,
    ...invokeOperations,
    ...urlOperations,
    ...mappingOperations,
    ...concurrencyOperations,
    ...aliasOperations,
  },
  atResource: ({ world, arn }) => {
    const found = functionAt(world, arn);
    return found ? { policy: found.one.policy, tags: Object.fromEntries(found.one.tags) } : null;
  },
});
