import { z } from "zod";
import { slug } from "@loopwright/core";

import { questionsMax, tableCharsMax, tablesMax } from "./limits.ts";

/** By id of the question. Who only chose a rule so far has said neither yes nor no. `rule` as the engine's list of rules names it. */
export const traceAnswer = z.strictObject({
  answers: z
    .record(
      slug,
      z.strictObject({ reachable: z.boolean().nullable(), rule: z.string().max(160).nullable() }),
    )
    .refine((all) => Object.keys(all).length <= 2 * questionsMax, { message: "too many answers" }),
});
export type TraceAnswer = z.infer<typeof traceAnswer>;

/** The tables that were changed, by id ("sg-web/in", "rtb-app"), one rule a line; the others stand as they stood. */
export const repairAnswer = z.strictObject({
  tables: z
    .record(
      z.string().max(80),
      z.string().max(tableCharsMax, `at most ${tableCharsMax} characters`),
    )
    .refine((all) => Object.keys(all).length <= tablesMax, { message: "too many tables" }),
});
export type RepairAnswer = z.infer<typeof repairAnswer>;
