import type { Criterion, Remark } from "@loopwright/core";

/** So many remarks lead; more would bury the first. */
export const leading = 3;

/** Something that a criterion asks for, with what is said where it is not met. */
export type Advice = { criterion: string; rank: number; text: string };

/**
 * What to do differently, the most important first: unmet criteria by rank. Where all is met, what the panel
 * asks next.
 */
export function adviceOn(
  judged: readonly Criterion[],
  advice: readonly Advice[],
  next: string,
): Remark[] {
  const open = advice
    .flatMap((one) => {
      const criterion = judged.find(({ id }) => id === one.criterion);
      return criterion && criterion.verdict !== "met" ? [{ ...one, judged: criterion }] : [];
    })
    .toSorted((a, b) => urgency(b.judged, b.rank) - urgency(a.judged, a.rank));
  if (open.length === 0) return [{ weight: "celebratory", text: `All of it holds. ${next}` }];
  return open.slice(0, leading).map(({ criterion, text, judged: { essential } }) => ({
    weight: essential ? "essential" : "actionable",
    text,
    criterion,
  }));
}

/** What is missing comes before what was perhaps said in other words. */
const urgency = ({ essential, verdict }: Criterion, rank: number): number =>
  (essential ? 1000 : 0) + (verdict === "unsure" ? 0 : 100) + rank;

/** A title inside a sentence. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
