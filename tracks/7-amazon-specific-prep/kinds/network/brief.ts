import { z } from "zod";
import { networkDeclaration } from "@loopwright/aws/network-declaration";
import { slug } from "@loopwright/core";

import { flowShape } from "./flow-shape.ts";
import { questionsMax, tablesMax } from "./limits.ts";

/** Can A reach B? Yes or no, and which rule it hangs on. */
const question = z.strictObject({
  id: slug,
  ...flowShape,
  /** What the traffic is, in a few words. */
  about: z.string().trim().min(5).max(120),
  /**
   * Where the answer is yes, several rules are needed; this says of which sort one is asked for. Where left out, any
   * rule counts without which the answer would be no.
   */
  asks: z.enum(["security-group", "network-acl", "route"]).optional(),
});
export type TraceQuestion = z.infer<typeof question>;

/** What has to hold after the repair, in words; a hidden table of flows proves it. */
const requirement = z.strictObject({
  id: slug,
  title: z.string().trim().min(10).max(160),
  detail: z.string().trim().max(400).optional(),
  weight: z.number().positive().max(10).default(2),
  essential: z.boolean().default(true),
});

/** brief.yaml of a network drill: public. */
export const brief = z.strictObject({
  network: networkDeclaration,
  questions: z.array(question).max(questionsMax).default([]),
  /** Ids of the groups, ACLs and route tables whose rules may be changed. */
  editable: z.array(z.string()).max(tablesMax).default([]),
  requirements: z.array(requirement).max(10).default([]),
});
export type NetworkBrief = z.infer<typeof brief>;
