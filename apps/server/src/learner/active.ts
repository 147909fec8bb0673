import { localId, sampleId } from "@loopwright/store";

import type { Context } from "../context.ts";
import { forget } from "./forget.ts";

/**
 * Whose data is shown: the sample learner's while there is one, otherwise the learner's own. Asked at the start
 * and whenever learners came or went; every request reads `learnerId` when it comes.
 */
export async function chooseLearner(context: Context): Promise<void> {
  const sample = await context.store.learners.sample();
  context.learnerId = sample ? sampleId : localId;
  forget(context.store);
}
