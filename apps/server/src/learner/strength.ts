import { lines, type LineId } from "@loopwright/core";
import { strengthByTrack, type Readiness } from "@loopwright/core/readiness";

/** What the plan wants to know of readiness: how much of each track is proven, 0 to 1, and which lines are. */
export const provenSoFar = (
  readiness: Readiness,
): { strength: Record<string, number>; proven: LineId[] } => ({
  strength: strengthByTrack(readiness),
  proven: lines
    .map(({ id }) => id)
    .filter((id) => readiness.dimensions.some((one) => one.id === `line-${id}` && one.level === 3)),
});
