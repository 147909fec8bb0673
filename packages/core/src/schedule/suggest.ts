import type { Rating } from "../card.ts";
import type { Criterion } from "../grade.ts";
import { scoreOf } from "../score.ts";

/** Below this share of what was to be said, an answer was hard work. */
const hardBelow = 60;

/**
 * The rating that a graded answer speaks for: Again where an essential point was missed or a known error was
 * stated, Hard below 60 of 100, else Good. The learner decides. Null without criteria.
 */
export function suggestedRating(
  criteria: readonly Pick<Criterion, "verdict" | "weight" | "essential">[],
): Rating | null {
  if (criteria.length === 0) return null;
  if (criteria.some(({ essential, verdict }) => essential && verdict === "missed")) return 1;
  return scoreOf(criteria).low < hardBelow ? 2 : 3;
}
