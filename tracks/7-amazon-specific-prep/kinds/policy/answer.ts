import { z } from "zod";
import { slug } from "@loopwright/core";

import { documentsMax, textCharsMax } from "./limits.ts";

/** The documents that were changed, by id; what is left out stands as it stood at the start. */
export const writeAnswer = z.strictObject({
  documents: z
    .record(slug, z.string().max(textCharsMax, `at most ${textCharsMax} characters`))
    .refine((all) => Object.keys(all).length <= 2 * documentsMax, {
      message: "too many documents",
    }),
});
export type WriteAnswer = z.infer<typeof writeAnswer>;
