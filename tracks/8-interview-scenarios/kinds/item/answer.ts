import { z } from "zod";
import { slug } from "@loopwright/core";

import { path } from "./brief.ts";
import { snippetLinesMax, valueCharsMax } from "./limits.ts";

const ids = z
  .array(slug)
  .max(20)
  .refine((list) => new Set(list).size === list.length, { message: "an id stands twice" });

/** The learner's answer. One of another form than the item's is wrong, not refused. */
export const itemAnswer = z.discriminatedUnion("form", [
  z.strictObject({ form: z.literal("choose"), chosen: ids }),
  z.strictObject({ form: z.literal("order"), order: ids }),
  z.strictObject({
    form: z.literal("spot"),
    file: path,
    lines: z.array(z.int().min(1)).max(snippetLinesMax),
  }),
  z.strictObject({
    form: z.literal("value"),
    /** As typed; a number too is text until it is graded. */
    value: z.string().max(valueCharsMax, `at most ${valueCharsMax} characters`),
  }),
]);
export type ItemAnswer = z.infer<typeof itemAnswer>;
export type AnswerIn<F extends ItemAnswer["form"]> = Extract<ItemAnswer, { form: F }>;
