import type { Remark } from "@loopwright/core";

import type { PolicyBrief } from "./brief.ts";
import type { PolicyKey } from "./key.ts";
import type { Outcome } from "./table.ts";

const leading = 3;

/** A document that AWS refuses comes before everything else. */
export function problemRemarks(words: readonly string[]): Remark[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const more = rest.length > 0 ? ` ${rest.length} more follow from it or beside it.` : "";
  const text = `Mend the document first: AWS refuses to store it, so nothing could be decided. ${first}${more}`;
  return [{ weight: "essential", text }];
}

/** What to write instead, the heaviest first; where all is right, what would be asked next. */
export function tableRemarks(
  { brief, key }: { brief: PolicyBrief; key: PolicyKey },
  outcomes: ReadonlyMap<string, Outcome>,
): Remark[] {
  const failed = brief.requirements
    .filter(({ id }) => (outcomes.get(id)?.failed.length ?? 0) > 0)
    .toSorted((a, b) => Number(b.essential) - Number(a.essential) || b.weight - a.weight);
  if (failed.length === 0) return praise(brief, key);
  return failed.slice(0, leading).map(({ id, essential }, index): Remark => {
    const { advice, harm, ask } = key.requirements[id]!;
    const why = outcomes.get(id)?.failed[0]?.why ?? "";
    const next = index === 0 ? ` Asked next: ${ask}` : "";
    return {
      weight: essential ? "essential" : "actionable",
      text: `${advice} ${index === 0 ? why : ""} ${harm}${next}`.replaceAll("  ", " "),
      criterion: id,
    };
  });
}

function praise(brief: PolicyBrief, key: PolicyKey): Remark[] {
  const [first] = brief.requirements.toSorted((a, b) => b.weight - a.weight);
  const ask = first && key.requirements[first.id]?.ask;
  return [
    { weight: "informative", text: `Take along: ${key.lesson}` },
    ...(ask ? [{ weight: "informative", text: `Asked next: ${ask}` } as const] : []),
  ];
}
