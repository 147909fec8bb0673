import { z } from "zod";
import { slug } from "@loopwright/core";

import { asked } from "./estate/asked.ts";
import { editableDocument, estate } from "./estate/estate.ts";
import { documentsMax } from "./limits.ts";

/** What has to hold, in words; its examples are a part of the table that anybody may try. */
const requirement = z.strictObject({
  id: slug,
  title: z.string().trim().min(10).max(160),
  /** What else it means, where the title leaves something open. */
  detail: z.string().trim().max(400).optional(),
  weight: z.number().positive().max(10).default(2),
  essential: z.boolean().default(true),
  task: z.int().min(1).default(1),
  examples: z.array(asked).min(1).max(5),
});

/** brief.yaml of a policy drill: public. */
export const brief = z.strictObject({
  estate,
  documents: z.array(editableDocument).min(1).max(documentsMax),
  requirements: z.array(requirement).min(2).max(10),
});
export type PolicyBrief = z.infer<typeof brief>;
