import { slug } from "@loopwright/core";
import { strideCategories } from "@loopwright/threat-model";
import { z } from "zod";

import { plainWords, said, saidWays } from "./points.ts";

const words = z.string().min(10, "say it in a sentence").max(900);
const level = z.int().min(1).max(5);

/** One way to lower a threat. Its ways may be single groups: the threat that it stands under is known. */
const mitigation = z.strictObject({
  text: words,
  ways: z
    .array(z.array(z.string().min(2).max(400)).min(1).max(4))
    .min(1)
    .max(8),
});

/** A threat that a good model of this system names. */
export const keyThreat = z.strictObject({
  id: slug,
  title: z.string().min(5).max(110),
  /** Ids of reference elements and flows (in mode design: roles) at which it may be named. */
  at: z.array(z.string().min(1)).min(1, "name at least one place"),
  /** Every category that can be defended. */
  stride: z.array(z.enum(strideCategories)).min(1),
  cwe: z.array(z.int().positive()).default([]),
  /** What the sentence has to say: the exploit, and not only the name of the class. */
  ways: saidWays,
  plain: plainWords,
  weight: z.number().positive().max(5).default(2),
  essential: z.boolean().default(false),
  /** The threat as a good candidate says it. It is also the reference answer. */
  say: words,
  /** Why it matters to a customer. */
  why: words,
  /** What an interviewer would ask next. */
  ask: words.optional(),
  mitigations: z.array(mitigation).min(1).max(6),
});
export type KeyThreat = z.infer<typeof keyThreat>;

const rankedSample = z.strictObject({
  /** Id of a key threat. */
  threat: slug,
  likelihood: level,
  impact: level,
  /** What is done about it; the texts of its mitigations where left out. */
  mitigations: words.optional(),
  why: words,
});

/** What the ranking is judged by. */
export const keyRank = z.strictObject({
  /** Every key threat that may stand among the first five (of a sketch: three). */
  defensible: z.array(slug).min(3),
  /** What reasons and residual risk have to say, together: scale, customer impact, what stays. */
  says: z.array(said).min(1).max(6),
  sample: z.strictObject({
    top: z.array(rankedSample).min(3).max(5),
    residual: words,
  }),
});
export type KeyRank = z.infer<typeof keyRank>;
