import { z } from "zod";
import { principal, step } from "@loopwright/core";

/** A path inside the drill's files/: relative, with forward slashes, without dot segments. */
export const path = z
  .string()
  .max(200)
  .regex(/^(?!\.)[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, "a relative path such as shop/orders.py");

/** One free Run of the brief: what a learner may try before submitting. Holds no attack. */
const sample = z.strictObject({ title: z.string().min(3).max(80), steps: z.array(step).min(1) });

/** brief.yaml of a review: public. */
export const brief = z.strictObject({
  language: z.enum(["python", "javascript", "java"], {
    error: "language is one of python, javascript, java",
  }),
  /** Files to review, in reading order. */
  review: z.array(path).min(1, "name at least one file to review"),
  /** Files that the repair may change; empty where the drill has no repair. */
  editable: z.array(path).default([]),
  /** module:attribute of the web application, for the samples. */
  entry: z.string().optional(),
  principals: z.record(z.string(), principal).default({}),
  setup: z.array(step).default([]),
  samples: z.array(sample).max(8).default([]),
});
export type ReviewBrief = z.infer<typeof brief>;
