import { z } from "zod";
import { slug } from "@loopwright/core";
import { textLengthMax } from "@loopwright/prose";

const words = z
  .string()
  .max(textLengthMax, `an answer has at most ${textLengthMax.toLocaleString("en")} characters`);

/** The answer itself, and the second try. */
export const spoken = z.strictObject({ text: words });

/** Replies to the interviewer's probes, by the id of the probe. */
export const replies = z.strictObject({ replies: z.record(slug, words).default({}) });
export type Replies = z.infer<typeof replies>;
