import type { Remark } from "@loopwright/core";

import type { Goal } from "./brief.ts";
import type { AccountKey } from "./key.ts";

const leading = 3;

/** What to do instead, the heaviest first; where all is right, what would be asked next. */
export function remarks(
  { goals, goesOn }: { goals: readonly Goal[]; goesOn: boolean },
  key: AccountKey,
  isMet: (goal: string) => boolean,
): Remark[] {
  const sorted = goals.toSorted(
    (a, b) => Number(b.essential) - Number(a.essential) || b.weight - a.weight,
  );
  const missed = sorted.filter(({ id }) => !isMet(id));
  if (missed.length === 0) return praise(sorted, key, goesOn);
  return missed.slice(0, leading).map(({ id, essential }, index): Remark => {
    const { advice, harm, ask } = key.about[id]!;
    return {
      weight: essential ? "essential" : "actionable",
      text: `${advice} ${harm}${index === 0 ? ` Asked next: ${ask}` : ""}`,
      criterion: id,
    };
  });
}

function praise([first]: readonly Goal[], key: AccountKey, goesOn: boolean): Remark[] {
  const ask = first && key.about[first.id]?.ask;
  return [
    // While the way is still to be closed the lesson would tell how.
    ...(goesOn ? [] : [{ weight: "informative", text: `Take along: ${key.lesson}` } as const]),
    ...(ask ? [{ weight: "informative", text: `Asked next: ${ask}` } as const] : []),
  ];
}
