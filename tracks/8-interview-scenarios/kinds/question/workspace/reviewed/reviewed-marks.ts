import type { TextMark } from "@loopwright/ui";

import type { ReviewedReveal } from "../../reveal.ts";

/** Ids of the reviewed answer's points, apart from those of the learner's criteria on the same page. */
export const reviewedId = (point: string): string => `reviewed-${point}`;

/** Offsets count in the text as it is written; it is shown without the space around it. */
export function reviewedMarks({ reviewed: { text, marks }, points }: ReviewedReveal): TextMark[] {
  const lead = text.length - text.trimStart().length;
  return marks.map(({ point, title, quote: { start, end } }) => {
    const label = String(points.findIndex(({ id }) => id === point) + 1);
    return {
      id: reviewedId(point),
      start: start - lead,
      end: end - lead,
      tone: "met",
      label,
      says: `Point ${label}, made here: ${title}`,
    };
  });
}
