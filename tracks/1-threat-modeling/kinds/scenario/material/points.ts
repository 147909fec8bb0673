import { point } from "@loopwright/prose";
import { z } from "zod";

const { id, ways } = point.shape;
const words = z.string().min(10, "say it in a sentence").max(600);

const needsTwo = {
  message: "a way needs two groups or more: one word alone proves nothing",
};

/** Keyword groups of a point: see packages/prose. */
export const saidWays = ways.refine((all) => all.every((way) => way.length >= 2), needsTwo);

/** Exemplars in everyday words; optional here, since short texts rarely match one. */
export const plainWords = z.array(words).max(4).default([]);

/** One thing that a text has to say. */
export const said = z.strictObject({
  id,
  /** The point as a statement. */
  title: z.string().min(5).max(110),
  ways: saidWays,
  plain: plainWords,
  /** Why it matters, for the debrief. */
  why: words,
  weight: z.number().positive().max(5).default(2),
  essential: z.boolean().default(false),
});
export type Said = z.infer<typeof said>;
