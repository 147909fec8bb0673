import { prepare } from "../rubric/prepared.ts";
import type { Misconception, Rubric } from "../rubric/schema.ts";
import { takeApart, type Passage } from "../text/passage.ts";
import { findErrors } from "./errors.ts";
import { findPoint, type Found, type Search } from "./find-point.ts";
import { blankWords, echoOf, guardText, isKeywords, type Guard } from "./guards.ts";
import { indexTerms } from "./occurrences.ts";
import { piecesAsStems } from "./plain.ts";
import type { Window } from "./way.ts";

/** A piece of the learner's text, with its offsets in UTF-16 code units. */
export type Quote = { text: string; start: number; end: number };

/**
 * What a text was found to say of one point.
 * - found: it says it, in terms, in plain words, or as a language model read it.
 * - denied: it says the opposite. `outright` where that is beyond doubt.
 * - contradicted: it states a known error that cannot stand beside the point.
 * - open: not found. That is no proof that it was not said.
 */
export type Finding = { point: string } & (
  | { kind: "found"; by: "ways" | "plain" | "model"; quote: Quote }
  | { kind: "denied"; outright: boolean; quote: Quote }
  | { kind: "contradicted"; said: Quote | null; error: Quote; misconception: string }
  | { kind: "open"; near: Quote | null }
);

export type Coverage = {
  findings: Finding[];
  errors: { misconception: Misconception; quote: Quote }[];
  /** Why nothing was judged point by point; null in the usual case. */
  guard: Guard | null;
  words: number;
};

/** Longest text that is graded, in UTF-16 code units: an hour of speech. */
export const textLengthMax = 60_000;

type CoverRequest = {
  text: string;
  rubric: Rubric;
  question: string;
  /** A text of fewer words says nothing; three where left out. A field may ask for a name of two. */
  fewestWords?: number;
};

/**
 * Shows which points of a rubric a text makes, sentence by sentence. Pure and deterministic. What it cannot know it leaves open.
 */
export function coverText(request: CoverRequest): Coverage {
  const { text, rubric, question, fewestWords = blankWords } = request;
  const passage = takeApart(text);
  const prepared = prepare(rubric, question);
  const guard = guardText(passage, { vocabulary: prepared.vocabulary, fewestWords });
  const words = passage.tokens.length;
  if (guard) {
    const findings = rubric.points.map(
      ({ id }) => ({ point: id, kind: "open", near: null }) as const,
    );
    return { findings, errors: [], guard, words };
  }
  const isEcho = echoOf(question);
  const search: Search = {
    passage,
    index: indexTerms(passage),
    stems: piecesAsStems(passage),
    ignores: (window) => isEcho(passage, window) || isKeywords(passage, window),
  };
  const errors = findErrors(search, prepared.errors).map(({ misconception, window }) => ({
    misconception,
    quote: quoteOf(passage, window),
  }));
  const findings = prepared.points.map((point): Finding => {
    const found = findPoint(point, search);
    const error = errors.find((one) => one.misconception.contradicts === point.id);
    return { point: point.id, ...finding(found, error, passage) };
  });
  return { findings, errors, guard, words };
}

type Unnamed<T> = T extends unknown ? Omit<T, "point"> : never;

function finding(
  found: Found,
  error: Coverage["errors"][number] | undefined,
  passage: Passage,
): Unnamed<Finding> {
  if (error) {
    const said = found.kind === "found" ? quoteOf(passage, found.window) : null;
    return {
      kind: "contradicted",
      said,
      error: error.quote,
      misconception: error.misconception.id,
    };
  }
  if (found.kind === "none") {
    return { kind: "open", near: found.near && quoteOf(passage, found.near) };
  }
  const quote = quoteOf(passage, found.window);
  if (found.kind === "found") return { kind: "found", by: found.by, quote };
  return { kind: "denied", outright: found.direct, quote };
}

function quoteOf({ text, pieces }: Passage, { first, last }: Window): Quote {
  const start = pieces[first]?.start ?? 0;
  const end = pieces[last]?.end ?? start;
  return { text: text.slice(start, end), start, end };
}
