import type { Sentence } from "../sentences.ts";
import { cues } from "./cues.ts";
import type { Lexed } from "./lexer.ts";

/** A change said in the text; a lone result has no baseline. */
export type Change = { baseline: Lexed | null; result: Lexed };

/** A figure with the text around it, as far as its sentence and its neighbours reach. */
type Placed = { draft: Lexed; said: string; sentence: number; lead: string; tail: string };

const reach = 100;

/** Pairs of baseline and result, and results that stand alone. */
export function changesOf(
  masked: string,
  sentences: readonly Sentence[],
  drafts: readonly Lexed[],
): Change[] {
  const placed = place(masked, sentences, drafts);
  const changes: Change[] = [];
  for (let at = 0; at < placed.length; at += 1) {
    const one = placed[at];
    const next = placed[at + 1];
    if (!one) continue;
    const pair = next ? pairOf(masked, one, next) : null;
    if (pair) {
      changes.push(pair);
      at += 1;
    } else if (isResult(one)) changes.push({ baseline: null, result: one.draft });
  }
  return changes;
}

function place(masked: string, sentences: readonly Sentence[], drafts: readonly Lexed[]): Placed[] {
  let sentence = 0;
  return drafts.map((draft, at) => {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) <= draft.start) {
      sentence += 1;
    }
    const { start = 0, end = masked.length } = sentences[sentence] ?? {};
    const from = Math.max(start, drafts[at - 1]?.end ?? 0, draft.start - reach);
    const to = Math.min(end, drafts[at + 1]?.start ?? masked.length, draft.end + reach);
    return {
      draft,
      said: masked.slice(draft.start, draft.end),
      sentence,
      lead: masked.slice(from, draft.start),
      tail: masked.slice(draft.end, Math.max(draft.end, to)),
    };
  });
}

function pairOf(masked: string, one: Placed, next: Placed): Change | null {
  const [a, b] = [one.draft, next.draft];
  if (!comparable(a, b)) return null;
  const forward = { baseline: a, result: b };
  if (one.sentence !== next.sentence) return isBeforeAndAfter(one, next) ? forward : null;
  if (b.start - a.end > reach) return null;
  const between = masked.slice(a.end, b.start);
  if (cues.arrow.test(between)) return forward;
  if (cues.from.test(one.lead) && cues.to.test(between)) return forward;
  if (cues.instead.test(between)) return { baseline: b, result: a };
  if (cues.from.test(between) && cues.to.test(one.lead)) return { baseline: b, result: a };
  const falls = a.value !== null && b.value !== null && b.value < a.value;
  if (falls && /^ (?:down )?to $/.test(between)) return forward;
  return isBeforeAndAfter(one, next) ? forward : null;
}

const isBeforeAndAfter = (one: Placed, next: Placed): boolean =>
  next.sentence - one.sentence <= 1 &&
  (cues.baseline.test(one.lead) || cues.baselineAfter.test(one.tail)) &&
  cues.result.test(next.lead);

// Unlike units are no change: "from 40 minutes to three people".
function comparable(a: Lexed, b: Lexed): boolean {
  if (a.kind === "date" || b.kind === "date") return false;
  if (a.unit === null || b.unit === null) return true;
  return a.kind === b.kind;
}

// "halved" and "cut in half" say a change by themselves; "half of the team" does not.
const sayChange = /(?:ed|ing|ves|fold|(?:in|by) half)$/i;

// A limit, not a rise.
const upTo = /\bup to\s*$/i;

function isResult({ draft, said, lead, tail }: Placed): boolean {
  if (draft.kind === "date") return false;
  if (draft.kind === "ratio" && sayChange.test(said)) return true;
  if (cues.saved.test(lead)) return true;
  const relative = draft.kind === "percent" || draft.kind === "ratio";
  if (relative && cues.comparative.test(tail.trimStart())) return true;
  return cues.changed.test(lead) && (cues.by.test(lead) || cues.to.test(lead)) && !upTo.test(lead);
}
