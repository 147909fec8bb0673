import { cues, periodPhrases, periodStart } from "./cues.ts";
import type { Lexed } from "./lexer.ts";

/** A period with its preposition; `figure` is the figure inside it, if any. */
export type Period = { start: number; end: number; figure: Lexed | null };

/** Periods of a text from left to right. Figures in `taken` are part of a change and no period. */
export function periodsOf(
  masked: string,
  drafts: readonly Lexed[],
  taken: ReadonlySet<Lexed>,
): Period[] {
  const periods: Period[] = Array.from(masked.matchAll(periodPhrases), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    figure: null,
  }));
  for (const draft of drafts) {
    if (taken.has(draft) || (draft.kind !== "duration" && draft.kind !== "date")) continue;
    const from = Math.max(0, draft.start - 50);
    const lead = masked.slice(from, draft.start);
    const start = periodStart(lead, draft.kind);
    if (start !== null && !cues.arrow.test(lead)) {
      periods.push({ start: from + start, end: draft.end, figure: draft });
    }
  }
  return periods.toSorted((a, b) => a.start - b.start);
}
