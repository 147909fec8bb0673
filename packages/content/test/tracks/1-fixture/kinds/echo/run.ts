import type { Runner } from "@loopwright/core";

import type { kind } from "./kind.ts";

/** Says what it was given, so that a test can see that the key is not among it. */
export const run: Runner<typeof kind> = async (input) => ({
  said: (input.answer as { word: string }).word,
  given: Object.keys(input).toSorted(),
});
