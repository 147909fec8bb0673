import type { Verdict } from "@loopwright/core";

import type { ReviewAnswer } from "../../../answer.ts";
import { matchFindings } from "../../../match.ts";
import { linesInWords, type Range } from "../../../range.ts";
import type { ReviewReveal } from "../../../reveal.ts";
import { toldOf, type Told } from "./told.ts";

/** Something that happened in the review. `atMs` in active time; null for what never happened. */
export type Moment = {
  id: string;
  atMs: number | null;
  what: string;
  /** Null for what is neither good nor bad, such as a file that came on the screen. */
  verdict: Verdict | null;
  /** Where it leads. */
  place: Range | null;
};

type Review = { draft: ReviewAnswer | null; reveal: ReviewReveal };

/** The review as it went, the earliest first; what never happened stands last. `endMs` 0: not known. */
export function timelineOf({ draft, reveal, endMs }: Review & { endMs: number }): Moment[] {
  const told = toldOf({ draft, reveal });
  const moments = [
    ...files(draft),
    ...told.map(ofFlaw),
    ...otherMarks({ draft, reveal }),
    ...(endMs > 0 ? [{ ...end, atMs: endMs }] : []),
  ];
  return moments.toSorted((a, b) => (a.atMs ?? Infinity) - (b.atMs ?? Infinity) || 0);
}

const end = { id: "end", what: "The review ended", verdict: null, place: null };

function files(draft: ReviewAnswer | null): Moment[] {
  const first = new Map<string, number>();
  for (const { file, atMs } of draft?.seen ?? []) {
    first.set(file, Math.min(atMs, first.get(file) ?? Infinity));
  }
  return [...first].map(([file, atMs]) => ({
    id: `file ${file}`,
    atMs,
    what: `${file} came on the screen`,
    verdict: null,
    place: { file, from: 1, to: 1 },
  }));
}

function ofFlaw({ flaw, verdict, hit, seenAtMs, markedAtMs, words }: Told): Moment {
  return {
    id: `flaw ${flaw.id}`,
    atMs: hit ? markedAtMs : seenAtMs,
    what: `${flaw.title}: ${words}`,
    verdict,
    place: hit?.finding ?? flaw.lines[0] ?? null,
  };
}

const named = { duplicate: "Marked twice", neutral: "Neutral mark", "false-alarm": "False alarm" };

/** Marks that carry no flaw took time as well. */
function otherMarks({ draft, reveal }: Review): Moment[] {
  return matchFindings({ findings: draft?.findings ?? [], ...reveal }).flatMap((mark): Moment[] => {
    if (mark.outcome === "hit") return [];
    const { id, file, from, to, markedAtMs } = mark.finding;
    return [
      {
        id: `mark ${id}`,
        atMs: markedAtMs ?? null,
        what: `${named[mark.outcome]}: ${linesInWords({ from, to })} of ${file}`,
        verdict: mark.outcome === "false-alarm" ? "partly" : "unsure",
        place: { file, from, to },
      },
    ];
  });
}
