import { z } from "zod";
import { languages, principal, step, world } from "@loopwright/core";

/** A path inside the drill's files/: relative, with forward slashes, without dot segments. */
export const path = z
  .string()
  .max(200)
  .regex(
    /^(?:(?!\.{1,2}(?:\/|$))[\w.-]+(?:\/(?!$)|$))+$/,
    "a relative path such as shop/orders.py",
  );

/** One free Run of the brief: what a learner may try before submitting. Holds no attack. */
const sample = z.strictObject({ title: z.string().min(3).max(80), steps: z.array(step).min(1) });

/** brief.yaml of a review: public. */
export const brief = z.strictObject({
  /** Of the files that run; what else is to be read is told by its ending. */
  language: z.enum(languages, { error: `language is one of ${languages.join(", ")}` }),
  /**
   * The drill is a change, as in a pull request. files/ holds the code after it; files/base/ holds, under the
   * same paths, the files as they were before. A file without a base is new; a base without a file was removed.
   */
  change: z
    .strictObject({ title: z.string().min(5).max(100), text: z.string().min(20).max(2000) })
    .optional(),
  /** A SARIF 2.1.0 file of files/: what a scanner said of this code. */
  scan: path.optional(),
  /** Files to review, in reading order. */
  review: z.array(path).min(1, "name at least one file to review"),
  /** Files that the repair may change; empty where the drill has no repair. */
  editable: z.array(path).default([]),
  /** module:attribute of the web application, for the samples. */
  entry: z.string().optional(),
  principals: z.record(z.string(), principal).default({}),
  setup: z.array(step).default([]),
  /** The world of the samples. */
  world: world.optional(),
  samples: z.array(sample).max(8).default([]),
});
export type ReviewBrief = z.infer<typeof brief>;
