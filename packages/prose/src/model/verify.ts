import type { Coverage, Quote } from "../points/coverage.ts";
import { echoOf, isKeywords } from "../points/guards.ts";
import { contentStems } from "../points/plain.ts";
import type { Window } from "../points/way.ts";
import type { Point, Rubric } from "../rubric/schema.ts";
import { parseGroup } from "../rubric/terms.ts";
import { takeApart, type Passage } from "../text/passage.ts";
import { tokenise } from "../text/tokens.ts";
import type { ModelReply } from "./request.ts";

/** A quotation shorter than this many words is found in any answer. */
const quoteWordsMin = 4;
/** One passage makes this many points at most; a model that was talked into "all met" quotes one again and again. */
const pointsOfOneQuote = 2;

/** A quotation about a point shares at least this many of its words. */
const sharedStemsMin = 2;

/** Words of somebody who speaks to the grader instead of the panel. */
const toTheGrader =
  /\b(?:rubric|grader|grading|graded|criteri(?:on|a)|full marks|verdicts?|instructions?|prompt|json|language model)\b/i;

type Given = { text: string; question: string; rubric: Rubric };

/**
 * Takes over what a model found, where our own code can see it as well: the quotation stands in the
 * answer, is no denial, echo or keywords, shares words with the point, and speaks to the panel. Only
 * open findings change, and only to found: a model can neither take a point away nor make one missed.
 */
export function applyModel(coverage: Coverage, reply: ModelReply, given: Given): Coverage {
  const passage = takeApart(given.text);
  const isEcho = echoOf(given.question);
  const used = new Map<string, number>();
  const accept = (point: Point, said: string): Quote | null => {
    const quote = locate(given.text, said);
    if (!quote || toTheGrader.test(quote.text) || !aboutPoint(point, quote.text)) return null;
    const window = windowOf(passage, quote);
    if (!window || isEcho(passage, window) || isKeywords(passage, window) || denies(passage, quote))
      return null;
    const key = `${quote.start} ${quote.end}`;
    const times = used.get(key) ?? 0;
    used.set(key, times + 1);
    return times < pointsOfOneQuote ? quote : null;
  };
  const findings = coverage.findings.map((finding): Coverage["findings"][number] => {
    if (finding.kind !== "open") return finding;
    const point = given.rubric.points.find(({ id }) => id === finding.point);
    const claim = reply.points.find(({ id, met }) => id === finding.point && met);
    const quote = point && claim ? accept(point, claim.quote) : null;
    return quote ? { point: finding.point, kind: "found", by: "model", quote } : finding;
  });
  return { ...coverage, findings };
}

/** Where a quotation stands in a text, whatever its spaces; null where it does not. */
export function locate(text: string, said: string): Quote | null {
  const words = said.trim().split(/\s+/);
  if (words.length < quoteWordsMin) return null;
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("\\s+");
  const match = new RegExp(pattern, "u").exec(text);
  if (!match) return null;
  return { text: match[0], start: match.index, end: match.index + match[0].length };
}

function aboutPoint({ title, plain, ways }: Point, quote: string): boolean {
  const stems = [...new Set(contentStems(tokenise(quote)))];
  const own = new Set(contentStems(tokenise([title, ...plain].join(". "))));
  const parts = ways.flat().flatMap((group) => parseGroup(group).flat());
  const shared = stems.filter(
    (stem) =>
      own.has(stem) ||
      parts.some((part) => ("stem" in part ? part.stem === stem : stem.startsWith(part.prefix))),
  );
  return shared.length >= sharedStemsMin;
}

function windowOf({ pieces }: Passage, { start, end }: Quote): Window | null {
  const first = pieces.findIndex((piece) => piece.end > start);
  const last = pieces.findLastIndex((piece) => piece.start < end);
  return first === -1 || last < first ? null : { first, last };
}

/** A text that denies throughout, or a sentence that denies all of itself, makes no point. */
function denies(passage: Passage, quote: Quote): boolean {
  const window = windowOf(passage, quote);
  const pieces = window ? passage.pieces.slice(window.first, window.last + 1) : [];
  return passage.denying || pieces.some(({ denied }) => denied);
}
