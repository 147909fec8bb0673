import { quoted } from "../quoted.ts";
import type { Sentence } from "../sentences.ts";
import type { Change } from "./changes.ts";
import type { Triple } from "./figure.ts";
import type { Lexed } from "./lexer.ts";
import type { Period } from "./periods.ts";

type Given = {
  text: string;
  sentences: readonly Sentence[];
  drafts: readonly Lexed[];
  changes: readonly Change[];
  periods: readonly Period[];
};

/** The triple of each figure. A change takes the next period of its sentence, else the one before it. */
export function triplesOf({
  text,
  sentences,
  drafts,
  changes,
  periods,
}: Given): Map<Lexed, Triple> {
  const triples = new Map<Lexed, Triple>();
  const nearest = nearestPeriod(sentences, periods);
  const quote = ({ start, end }: { start: number; end: number }) => quoted(text, start, end);
  for (const { baseline, result } of changes) {
    const triple: Triple = baseline ? { baseline: quote(baseline) } : {};
    triple.result = quote(result);
    const period = nearest(result.end);
    if (period) triple.period = quote(period);
    triples.set(result, triple);
    if (baseline) triples.set(baseline, triple);
  }
  const inPeriods = new Set(periods.map(({ figure }) => figure));
  for (const draft of drafts) {
    if (triples.has(draft) || inPeriods.has(draft)) continue;
    if (draft.kind === "duration" || draft.kind === "date") continue;
    const period = nearest(draft.end);
    if (period) triples.set(draft, { period: quote(period) });
  }
  return triples;
}

// Both lists are sorted; a binary search keeps a text of one endless sentence fast.
function nearestPeriod(sentences: readonly Sentence[], periods: readonly Period[]) {
  return (at: number): Period | null => {
    const next = firstAfter(periods.length, (one) => (periods[one]?.start ?? 0) >= at);
    const sentence = firstAfter(sentences.length, (one) => (sentences[one]?.end ?? 0) >= at);
    const { start = 0, end = at } = sentences[sentence] ?? {};
    const after = periods[next];
    if (after && after.start < end) return after;
    const before = periods[next - 1];
    return before && before.start >= start && before.end < at ? before : null;
  };
}

function firstAfter(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
