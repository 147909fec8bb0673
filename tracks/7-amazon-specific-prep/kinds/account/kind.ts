import { deskAction } from "@loopwright/aws/desk";
import { defineKind } from "@loopwright/core";
import { z } from "zod";

import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

/** What was done stands in the log of actions; a stage is handed in when it is done. */
const done = z.strictObject({});

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
  live: { action: deskAction(["reach", "close"]) },
  runs: ["python"],
  // Each answer works through a terminal of its own: three of others show what a thousand would.
  lenders: 3,
});
export type AccountKindOfWork = typeof kind;
