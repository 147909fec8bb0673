import { deskAction } from "@loopwright/aws/desk";
import { defineKind } from "@loopwright/core";
import { z } from "zod";

import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

const line = z.string().max(300);

/** By question: the event, the names, or the ids of the options. */
const found = z.strictObject({ answers: z.record(z.string(), z.array(line).max(30)) });
export type Found = z.infer<typeof found>;

/** What was done stands in the log of actions. */
const done = z.strictObject({});

/** A compromised account: what happened is found out, then contained. */
export const kind = defineKind({
  id: "investigate",
  title: "Investigation",
  brief,
  key,
  stages: [
    { id: "find", title: "Find out", answer: found },
    { id: "contain", title: "Contain", answer: done },
  ],
  live: { action: deskAction(["find", "contain"]) },
  runs: ["python"],
  // Each answer works through a terminal of its own: three of others show what a thousand would.
  lenders: 3,
});
export type InvestigateKindOfWork = typeof kind;
