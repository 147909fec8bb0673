import { z } from "zod";

import { rounds, topics, type Topic } from "./topics.ts";

/** brief.yaml of a question; the question itself is the first paragraph of brief.md. */
export const brief = z.strictObject({
  topic: z.enum(Object.keys(topics) as [Topic, ...Topic[]]),
  /** Rounds in which it is asked. */
  rounds: z.array(z.enum(rounds)).min(1),
  /** Who listens: decides how plain the words must be. */
  audience: z.enum(["engineer", "manager", "customer"]).default("engineer"),
  /** Id of the leadership principle that it is asked for. */
  principle: z.string().optional(),
  /** Whether every panel asks it. */
  panel: z.boolean().default(false),
});
export type QuestionBrief = z.infer<typeof brief>;
