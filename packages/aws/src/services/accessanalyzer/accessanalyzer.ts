import { z } from "zod";

import { defineService } from "../../world/define.ts";
import { analyzerOperations } from "./analyzers.ts";
import { checkOperations } from "./checks/checks.ts";
import { findingOperations } from "./findings.ts";
import { ruleOperations } from "./rules.ts";
import { startAnalyzers } from "./state.ts";
import { validationOperations } from "./validate/validate.ts";

const analyzer = z.strictObject({
  name: z.string().regex(/^[A-Za-z_][\w.-]{0,254}$/),
  type: z.enum(["ACCOUNT", "ORGANIZATION"]).default("ACCOUNT"),
});

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/Welcome.html */
export const accessanalyzer = defineService({
  id: "accessanalyzer",
  prefix: "access-analyzer",
  eventSource: "access-analyzer.amazonaws.com",
  scope: "regional",
  denied: { code: "AccessDeniedException", status: 403 },
  start: startAnalyzers,
  declaration: z.strictObject({ analyzers: z.array(analyzer).max(6).default([]) }),
  declare: (state, { analyzers }, { world, account, region }) => {
    for (const { name, type } of analyzers)
      state.analyzers.set(name, {
        name,
        type,
        arn: `arn:aws:access-analyzer:${region}:${account.id}:analyzer/${name}`,
        createdMs: world.nowMs,
        tags: new Map(),
        rules: new Map(),
        findings: new Map(),
      });
  },
  operations: {
    ...analyzerOperations,
    ...ruleOperations,
    ...findingOperations,
    ...validationOperations,
    ...checkOperations,
  },
});
