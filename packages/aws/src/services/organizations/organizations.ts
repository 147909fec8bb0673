import { z } from "zod";

import { defineService } from "../../world/define.ts";
import { readOperations } from "./reads.ts";
import { writeOperations } from "./writes.ts";

/** Units, accounts and policies are the world's own; this is how they are asked for and changed. */
export const organizations = defineService({
  id: "organizations",
  prefix: "organizations",
  eventSource: "organizations.amazonaws.com",
  eventRegion: "us-east-1",
  scope: "global",
  denied: { code: "AccessDeniedException", status: 400 },
  start: () => ({}),
  declaration: z.strictObject({}),
  declare: () => {},
  operations: { ...readOperations, ...writeOperations },
});
