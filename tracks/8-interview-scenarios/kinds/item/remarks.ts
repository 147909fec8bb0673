import type { Remark } from "@loopwright/core";

import { plain, type Slip } from "./forms/judged.ts";

const slipsMax = 2;

/** What to do instead, the heaviest first, then what to take along: three at most. */
export function remarksOf(slips: readonly Slip[], lesson: string): Remark[] {
  const mended = slips.slice(0, slipsMax).map(({ advice, why, criterion }, index): Remark => ({
    weight: index === 0 ? "essential" : "actionable",
    text: `${advice} ${plainSentence(why)}`,
    criterion,
  }));
  return [
    ...mended,
    { weight: "informative", text: `Take along: ${plainSentence(lesson)}`, criterion: "answer" },
  ];
}

/** Remarks are set as text, so that what is code there loses its backticks. */
function plainSentence(text: string): string {
  const bare = plain(text, 1000);
  return /[?!…]$/.test(bare) ? bare : `${bare}.`;
}
