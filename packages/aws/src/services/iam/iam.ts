import { defineService } from "../../world/define.ts";
import { declareIam, iamDeclaration } from "./declare.ts";
import { iamOf } from "./policies-of.ts";
import { startIam } from "./state.ts";
import { userOperations } from "./users.ts";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html */
export const iam = defineService({
  id: "iam",
  prefix: "iam",
  eventSource: "iam.amazonaws.com",
  scope: "global",
  denied: { code: "AccessDenied", status: 403 },
  start: startIam,
  declaration: iamDeclaration,
  declare: declareIam,
  operations: { ...userOperations },
  atResource: ({ world, arn, owner, action }) => {
    const role = iamOf(world, owner)?.roles.get(arn.slice(arn.lastIndexOf("/") + 1));
    if (role?.arn === arn) {
      // Its trust policy speaks of who may become it, and of nothing else.
      const trusts = action.startsWith("sts:");
      return { policy: trusts ? role.trust.compiled : null, tags: Object.fromEntries(role.tags) };
    }
    const user = iamOf(world, owner)?.users.get(arn.slice(arn.lastIndexOf("/") + 1));
    return user?.arn === arn ? { policy: null, tags: Object.fromEntries(user.tags) } : null;
  },
});
