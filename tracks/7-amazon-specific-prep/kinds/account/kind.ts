import { defineKind } from "@loopwright/core";
import { z } from "zod";

import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

/** What was done stands in the log of actions; a stage is handed in when it is done. */
const done = z.strictObject({});

const stage = z.enum(["reach", "close"]);
/** A path in the working folder, going nowhere but down. */
const path = z
  .string()
  .max(120)
  .regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/, "a plain file name");
const action = z.union([
  z.strictObject({ in: stage, run: z.string().min(1).max(8_000) }),
  z.strictObject({ in: stage, save: z.strictObject({ path, text: z.string().max(100_000) }) }),
]);
export type AccountAction = z.infer<typeof action>;

/** A terminal in an AWS account: a goal to reach, and the way to it to be closed. */
export const kind = defineKind({
  id: "account",
  title: "AWS account",
  brief,
  key,
  stages: [
    { id: "reach", title: "Reach", answer: done },
    { id: "close", title: "Close", answer: done },
  ],
  live: { action },
  // Each answer works through a terminal of its own: three of others show what a thousand would.
  lenders: 3,
});
export type AccountKindOfWork = typeof kind;
