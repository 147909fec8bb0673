import type { Criterion } from "./grade.ts";

/** A score of 0 to 100 as a range: what is proven, and what would be if every `unsure` were met. */
export type ScoreRange = { low: number; high: number };

/**
 * The bar of a kind. `essential: "met"` is the rule where things execute; prose kinds use
 * `"not-missed"`, since a correct answer in plain words must be able to pass.
 */
export type PassBar = { low: number; high: number; essential: "met" | "not-missed" };

export const defaultBar: PassBar = { low: 70, high: 70, essential: "met" };

const worth = { met: 1, partly: 0.5, missed: 0, unsure: 0 } as const;

/** Weighted share of what was met, in points of 100, rounded down so that a bar is never reached by rounding. */
export function scoreOf(criteria: readonly Pick<Criterion, "verdict" | "weight">[]): ScoreRange {
  let total = 0;
  let low = 0;
  let open = 0;
  for (const { verdict, weight } of criteria) {
    total += weight;
    low += weight * worth[verdict];
    if (verdict === "unsure") open += weight;
  }
  if (total === 0) return { low: 0, high: 0 };
  return { low: points(low / total), high: points((low + open) / total) };
}

// 1e-9 keeps 0.7 / 1 from becoming 69 through binary fractions.
const points = (share: number) => Math.floor(share * 100 + 1e-9);

/** Whether criteria reach the bar, and if not, what stands in the way. */
export function passes(
  criteria: readonly Criterion[],
  bar: PassBar = defaultBar,
): { passed: boolean; blockedBy: string[]; range: ScoreRange } {
  const range = scoreOf(criteria);
  const blockedBy = criteria
    .filter((one) => one.essential && !essentialHolds(one, bar))
    .map((one) => one.id);
  const passed = blockedBy.length === 0 && range.low >= bar.low && range.high >= bar.high;
  return { passed: passed && criteria.length > 0, blockedBy, range };
}

function essentialHolds(criterion: Criterion, bar: PassBar): boolean {
  if (criterion.verdict === "met") return true;
  return bar.essential === "not-missed" && criterion.verdict === "unsure";
}

/**
 * The bar in words. One figure where a kind judges what ran; where prose is judged, what was not found
 * may have been said, so the bar asks what is proven and what is still possible.
 */
export function barWords({ low, high, essential }: PassBar): string {
  if (high <= low) return `passes at ${low}`;
  const points = essential === "met" ? "every essential point met" : "no essential point missed";
  return `passes with ${low} proven, ${high} still possible and ${points}`;
}
