import { z } from "zod";
import { slug } from "@loopwright/core";

import { parseGroup } from "./terms.ts";

const words = z.string().min(10, "say it in a sentence").max(600);

/** "bind* | placeholder": see terms.ts. */
const group = z
  .string()
  .max(400)
  .refine((source) => parseGroup(source).length > 0, {
    message: "a group needs at least one term",
  });

const way = z.array(group).min(1).max(6);

/** One thing that a listener waits for. */
export const point = z
  .strictObject({
    id: slug,
    /** The point as a statement. */
    title: z.string().min(10).max(110),
    weight: z.number().positive().max(5).default(2),
    essential: z.boolean().default(false),
    /** Ways to say it: all groups of one must occur in two neighbouring sentences. */
    ways: z.array(way).min(1).max(8),
    /** The same in everyday words. */
    plain: z.array(words).min(2, "two or three exemplars in plain words").max(4),
    /** Why it matters, for the debrief. */
    why: words,
  })
  .refine(({ ways }) => ways.every((one) => one.length >= 2), {
    message: "a way needs two groups or more: one word alone proves nothing",
    path: ["ways"],
  });
export type Point = z.infer<typeof point>;

/** An error that people really state. */
export const misconception = z.strictObject({
  id: slug,
  /** The belief, as somebody would say it. */
  says: words,
  /** Alternatives: all groups of one must occur in one sentence. */
  patterns: z.array(way.min(2, "a pattern needs two groups or more")).min(1).max(6),
  /** Any of these in the sentence, and nothing was stated. */
  veto: z.array(group).default([]),
  /** The point of which it states the opposite. */
  contradicts: slug,
  /** What is true. */
  instead: words,
});
export type Misconception = z.infer<typeof misconception>;

/** What prose is graded by: points to make, errors not to state. */
export const rubric = z.strictObject({
  points: z.array(point).min(1).max(8),
  misconceptions: z.array(misconception).default([]),
});
export type Rubric = z.infer<typeof rubric>;
