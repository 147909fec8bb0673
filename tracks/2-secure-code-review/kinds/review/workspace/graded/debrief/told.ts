import type { Verdict } from "@loopwright/core";

import type { ReviewAnswer } from "../../../answer.ts";
import { clockWords } from "../../../clock.ts";
import type { Flaw } from "../../../key.ts";
import { hitsOf, matchFindings, type ClassFit, type Hit } from "../../../match.ts";
import { overlaps } from "../../../range.ts";
import type { ReviewReveal } from "../../../reveal.ts";

/** A flaw as the debrief tells it: what became of it, and when. Times are active time. */
export type Told = {
  flaw: Flaw;
  verdict: Verdict;
  /** Null where it was never marked. */
  hit: Hit | null;
  /** When a line of it first stood on the screen; null where it never did, or where nobody noted it. */
  seenAtMs: number | null;
  markedAtMs: number | null;
  /** "seen at 2:10, never marked" */
  words: string;
};

type Review = {
  draft: ReviewAnswer | null;
  reveal: Pick<ReviewReveal, "flaws" | "decoys" | "neutral">;
};

/** Every flaw, the missed ones first, then by what weighs most. */
export function toldOf({ draft, reveal }: Review): Told[] {
  const hits = hitsOf(matchFindings({ findings: draft?.findings ?? [], ...reveal }));
  const told = reveal.flaws.map((flaw): Told => {
    const hit = hits.find((one) => one.flaw === flaw) ?? null;
    const seenAtMs = firstSeen(flaw, draft);
    const markedAtMs = hit?.finding.markedAtMs ?? null;
    const times = { marked: hit !== null, seenAtMs, markedAtMs, complete: isComplete(draft) };
    return { flaw, hit, verdict: verdictOf(hit), seenAtMs, markedAtMs, words: timeWords(times) };
  });
  return told.toSorted((a, b) => rank(a) - rank(b) || weightOf(b.flaw) - weightOf(a.flaw));
}

const verdicts = { listed: "met", related: "partly", other: "missed", none: "missed" } as const;
const verdictOf = (hit: Hit | null): Verdict => (hit ? verdicts[hit.fit] : "missed");

const fits: (ClassFit | undefined)[] = [undefined, "none", "other", "related", "listed"];
const rank = ({ hit }: Told): number => fits.indexOf(hit?.fit);
const weightOf = ({ essential, weight }: Flaw): number => (essential ? 100 : 0) + weight;

/** Of any of the ranges on which it could have been marked. */
function firstSeen(flaw: Flaw, draft: ReviewAnswer | null): number | null {
  const times = (draft?.seen ?? [])
    .filter((range) => flaw.lines.some((line) => overlaps(line, range)))
    .map(({ atMs }) => atMs);
  return times.length === 0 ? null : Math.min(...times);
}

/**
 * Whether what was not noted was not on the screen. Older attempts noted nothing, and noting ends at 200
 * ranges, of which one look may bring several.
 */
export const isComplete = (draft: ReviewAnswer | null): boolean => {
  const noted = draft?.seen?.length ?? 0;
  return noted > 0 && noted < 150;
};

type Times = Pick<Told, "seenAtMs" | "markedAtMs"> & { marked: boolean; complete: boolean };

/** When a flaw was seen and marked, in words; no claim is made from what was not noted. */
export function timeWords({ marked, seenAtMs, markedAtMs, complete }: Times): string {
  if (!marked) {
    if (seenAtMs !== null) return `seen at ${clockWords(seenAtMs)}, never marked`;
    return complete ? "never on the screen" : "never marked";
  }
  if (markedAtMs === null) return "marked; the time was not noted";
  const at = `marked at ${clockWords(markedAtMs)}`;
  if (seenAtMs === null) return at;
  const later = markedAtMs - seenAtMs;
  return later < 2000
    ? `${at}, as soon as it was seen`
    : `${at}, ${spanWords(later)} after it was seen`;
}

const spanWords = (ms: number): string =>
  ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${clockWords(ms)} min`;
