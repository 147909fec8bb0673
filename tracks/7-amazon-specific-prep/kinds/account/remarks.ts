import type { Remark } from "@loopwright/core";

import type { Goal } from "./brief.ts";
import type { AccountKey } from "./key.ts";

const leading = 3;

/** What to do instead, the heaviest first; where all is right, what would be asked next. */
export function remarks(
  goals: readonly Goal[],
  key: AccountKey,
  isMet: (goal: string) => boolean,
): Remark[] {
  const sorted = goals.toSorted(
    (a, b) => Number(b.essential) - Number(a.essential) || b.weight - a.weight,
  );
  const missed = sorted.filter(({ id }) => !isMet(id));
  if (missed.length === 0) return praise(sorted, key);
  return missed.slice(0, leading).map(({ id, essential }, index): Remark => {
    const { advice, harm, ask } = key.about[id]!;
    return {
      weight: essential ? "essential" : "actionable",
      text: `${advice} ${harm}${index === 0 ? ` Asked next: ${ask}` : ""}`,
      criterion: id,
    };
  });
}

function praise([first]: readonly Goal[], key: AccountKey): Remark[] {
  const ask = first && key.about[first.id]?.ask;
  return [
    { weight: "informative", text: `Take along: ${key.lesson}` },
    ...(ask ? [{ weight: "informative", text: `Asked next: ${ask}` } as const] : []),
  ];
}
