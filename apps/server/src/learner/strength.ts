import { readiness, strengthByTrack } from "@loopwright/core/readiness";

import type { Context } from "../context.ts";
import type { LearnerState } from "./state.ts";

/** How much of each track is proven, 0 to 1. */
export const strengthOf = (
  { curriculum: { tracks } }: Context,
  { today, drills, evidence }: LearnerState,
): Record<string, number> =>
  strengthByTrack(readiness({ today, tracks, drills: drills.values(), evidence }));
