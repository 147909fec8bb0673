import type { Remark } from "./grade.ts";

const leading = 3;

/** What was asked for, whether told or done. */
export type Asked = { id: string; weight: number; essential: boolean };
/** What a key says about it: what to do instead, the harm, and what would be asked next. */
export type About = Readonly<Record<string, { advice: string; harm: string; ask: string }>>;

/** What to do instead, the heaviest first; where all is right, what would be asked next. */
export function adviceOn(
  asked: readonly Asked[],
  /** `lesson` is null where it would tell how the next stage is done. */
  { about, lesson }: { about: About; lesson: string | null },
  isMet: (id: string) => boolean,
): Remark[] {
  const sorted = asked.toSorted(
    (a, b) => Number(b.essential) - Number(a.essential) || b.weight - a.weight,
  );
  const missed = sorted.filter(({ id }) => !isMet(id));
  if (missed.length === 0) return praise(about[sorted[0]?.id ?? ""]?.ask, lesson);
  return missed.slice(0, leading).map(({ id, essential }, index): Remark => {
    const { advice, harm, ask } = about[id]!;
    return {
      weight: essential ? "essential" : "actionable",
      text: `${advice} ${harm}${index === 0 ? ` Asked next: ${ask}` : ""}`,
      criterion: id,
    };
  });
}

const praise = (ask: string | undefined, lesson: string | null): Remark[] => [
  ...(lesson === null ? [] : [{ weight: "informative", text: `Take along: ${lesson}` } as const]),
  ...(ask ? [{ weight: "informative", text: `Asked next: ${ask}` } as const] : []),
];
