import { defineService } from "../../world/define.ts";
import { attachOperations } from "./attach.ts";
import { boundaryOperations } from "./boundaries.ts";
import { declareIam, iamDeclaration } from "./declare.ts";
import { detailOperations } from "./details.ts";
import { groupOperations } from "./groups.ts";
import { inlineOperations } from "./inline.ts";
import { keyOperations } from "./keys.ts";
import { policyOperations } from "./policies.ts";
import { iamOf } from "./policies-of.ts";
import { profileOperations } from "./profiles.ts";
import { roleOperations } from "./roles.ts";
import { simulateOperations } from "./simulate.ts";
import { startIam } from "./state.ts";
import { userOperations } from "./users.ts";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html */
export const iam = defineService({
  id: "iam",
  prefix: "iam",
  eventSource: "iam.amazonaws.com",
  eventRegion: "us-east-1",
  scope: "global",
  denied: { code: "AccessDenied", status: 403 },
  start: startIam,
  declaration: iamDeclaration,
  declare: declareIam,
  operations: {
    ...userOperations,
    ...groupOperations,
    ...roleOperations,
    ...policyOperations,
    ...attachOperations,
    ...inlineOperations,
    ...boundaryOperations,
    ...keyOperations,
    ...profileOperations,
    ...detailOperations,
    ...simulateOperations,
  },
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
