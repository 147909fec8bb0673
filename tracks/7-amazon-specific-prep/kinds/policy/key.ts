import { z } from "zod";
import { slug } from "@loopwright/core";

import { asked } from "./estate/asked.ts";

const page = z
  .string()
  .regex(/^https:\/\/docs\.aws\.amazon\.com\/[\w./#-]+$/, "a page of docs.aws.amazon.com");

/** One row of the hidden table. */
const row = asked.extend({
  /** Id of the requirement that it belongs to. */
  of: slug,
  /** Why it has to be decided so, in a sentence. */
  why: z.string().trim().min(20, "say why in a sentence").max(400),
  page,
});
export type Row = z.infer<typeof row>;

const aboutRequirement = z.strictObject({
  /** What to write instead: the recommendation, then its reason. */
  advice: z.string().trim().min(20).max(400),
  /** What it means to a customer where it fails. */
  harm: z.string().trim().min(20).max(300),
  /** What an interviewer would ask next. */
  ask: z.string().trim().min(10).max(240),
});

/** answer/key.yaml of a policy drill: never public before it is graded. */
export const key = z.strictObject({
  rows: z.array(row).min(6).max(60),
  /** By id of the requirement. */
  requirements: z.record(slug, aboutRequirement),
  /** What to take along, in one sentence. */
  lesson: z.string().trim().min(20).max(300),
  sources: z.array(z.strictObject({ title: z.string().min(3), url: page })).min(1),
});
export type PolicyKey = z.infer<typeof key>;
