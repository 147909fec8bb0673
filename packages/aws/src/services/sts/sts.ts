import { z } from "zod";

import { defineService } from "../../world/define.ts";
import { assumeRole } from "./assume-role.ts";
import { identityOperations } from "./identity.ts";

/** https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html */
export const sts = defineService({
  id: "sts",
  prefix: "sts",
  eventSource: "sts.amazonaws.com",
  scope: "global",
  denied: { code: "AccessDenied", status: 403 },
  start: () => ({}),
  declaration: z.strictObject({}),
  declare: () => {},
  operations: { ...identityOperations, ...assumeRole },
});
