import type { Criterion, Remark } from "@loopwright/core";

/** So many remarks lead; more would bury the first. */
export const leading = 3;

/** Something that a criterion asks for, with what is said where it is not met. */
export type Advice = {
  criterion: string;
  rank: number;
  /** What to do, before a colon. Given once: said again before each miss, it would bury the miss. */
  lead?: string;
  text: string;
};

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
  const shown = open.slice(0, leading);
  return shown.map(({ criterion, lead, text, judged: { essential } }, index) => {
    const first = shown.findIndex((one) => one.lead === lead) === index;
    const begins = lead === undefined ? "" : `${first ? lead : "Also"}: `;
    const weight = essential ? "essential" : "actionable";
    return { weight, text: `${begins}${text}`, criterion };
  });
}

/** What is missing comes before what was perhaps said in other words. */
const urgency = ({ essential, verdict }: Criterion, rank: number): number =>
  (essential ? 1000 : 0) + (verdict === "unsure" ? 0 : 100) + rank;

/** A title inside a sentence. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
