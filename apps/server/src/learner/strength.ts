import { strengthByTrack } from "@loopwright/core/readiness";

import type { Context } from "../context.ts";
import { readinessOf } from "./readiness.ts";
import type { LearnerState } from "./state.ts";

/** How much of each track is proven, 0 to 1. */
export const strengthOf = (context: Context, state: LearnerState): Record<string, number> =>
  strengthByTrack(readinessOf(context, state));
