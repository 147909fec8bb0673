import type { Passage } from "../text/passage.ts";
import { denialAt } from "../text/negation.ts";
import { tokenise, type Token } from "../text/tokens.ts";
import { functionWords } from "../text/words.ts";
import type { Rubric } from "../rubric/schema.ts";
import type { Window } from "./way.ts";

/** An exemplar in plain words, as stems with their weights. */
export type Exemplar = { stems: ReadonlyMap<string, number>; total: number; negations: number };

/**
 * Share of an exemplar's weight that a window must hold, and stems that it must share at least. Chosen
 * on the bank's own answers: see docs/calibration.md.
 */
const recallMin = 0.4;
const stemsMin = 3;

/** Share of what was matched that may stand in clauses with a negation that the exemplar has not. */
const negatedShareMax = 0.34;

/** What the question says itself counts for little. */
const echoWeight = 0.3;

export const contentStems = (tokens: readonly Token[]): string[] =>
  tokens.filter(({ word }) => !functionWords.has(word) && word.length > 1).map(({ stem }) => stem);

const negationsIn = (tokens: readonly Token[]): number =>
  tokens.filter((_, index) => denialAt(tokens, index) === "both").length;

/**
 * Exemplars of each point. A stem weighs log(1 + points / points that use it): the inverse document
 * frequency over the rubric itself, so that what only one point says tells it from the others.
 */
export function exemplarsOf(rubric: Rubric, question: string): Map<string, Exemplar[]> {
  const { points } = rubric;
  const texts = points.map(({ title, plain }) =>
    contentStems(tokenise([title, ...plain].join(". "))),
  );
  const used = new Map<string, number>();
  for (const stems of texts)
    for (const stem of new Set(stems)) used.set(stem, (used.get(stem) ?? 0) + 1);
  const asked = new Set(contentStems(tokenise(question)));
  const weightOf = (stem: string): number =>
    Math.log(1 + points.length / (used.get(stem) ?? 1)) * (asked.has(stem) ? echoWeight : 1);
  return new Map(
    points.map(({ id, plain, title }) => [
      id,
      [title, ...plain].map((one) => exemplar(one, weightOf)),
    ]),
  );
}

function exemplar(text: string, weightOf: (stem: string) => number): Exemplar {
  const tokens = tokenise(text);
  const stems = new Map(contentStems(tokens).map((stem) => [stem, weightOf(stem)]));
  const total = [...stems.values()].reduce((sum, one) => sum + one, 0);
  return { stems, total, negations: negationsIn(tokens) };
}

/** The stems of each piece, with whether their clause is negated; made once for a text. */
export function piecesAsStems(passage: Passage): PieceStems {
  const { pieces, tokens, denials, clauseOf, denying } = passage;
  return pieces.map(({ from, to, denied }) => {
    const at = Array.from({ length: to - from }, (_, offset) => from + offset);
    const negated = new Set(
      at.filter((one) => denials[one] === "both").map((one) => clauseOf[one]),
    );
    const stems = new Map<string, boolean>();
    for (const one of at) {
      const [stem] = contentStems(tokens.slice(one, one + 1));
      if (stem === undefined) continue;
      const under = denying ? negated.size > 0 : negated.has(clauseOf[one]);
      stems.set(stem, under && stems.get(stem) !== false);
    }
    return { stems, negations: at.filter((one) => denials[one] === "both").length, denied };
  });
}

/** Per piece: stems with whether a negation reaches them, and how many negations it holds. */
export type PieceStems = {
  stems: ReadonlyMap<string, boolean>;
  negations: number;
  denied: boolean;
}[];

/**
 * The window that says an exemplar in nearly its own words; undefined where none does. A window that
 * denies what the exemplar states, or states what it denies, says something else.
 */
export function matchPlain(
  exemplars: readonly Exemplar[],
  pieces: PieceStems,
  denying: boolean,
): Window | undefined {
  const fewest = Math.min(stemsMin, ...exemplars.map(({ stems }) => stems.size));
  for (const width of [0, 1]) {
    for (let first = 0; first + width < pieces.length; first += 1) {
      const window = pieces.slice(first, first + width + 1);
      // Most windows of a long list are too short to say anything: a list of 30,000 lines took seconds.
      if (window.reduce((sum, { stems }) => sum + stems.size, 0) < fewest) continue;
      if (window.some(({ denied }) => denied)) continue;
      if (exemplars.some((one) => says(one, window, denying)))
        return { first, last: first + width };
    }
  }
  return undefined;
}

function says(exemplar: Exemplar, window: PieceStems, denying: boolean): boolean {
  const negations = window.reduce((sum, one) => sum + one.negations, 0);
  // Where most sentences deny, one negation too many turns a statement round.
  if (denying && negations !== exemplar.negations) return false;
  if (exemplar.negations > 0 && negations === 0) return false;
  const matched = matchedWeight(exemplar, window);
  if (exemplar.negations === 0 && matched.negated > matched.all * negatedShareMax) return false;
  const enough = matched.stems >= Math.min(stemsMin, exemplar.stems.size);
  return enough && matched.all >= exemplar.total * recallMin;
}

function matchedWeight({ stems }: Exemplar, window: PieceStems) {
  const matched = { stems: 0, all: 0, negated: 0 };
  for (const [stem, weight] of stems) {
    const under = window.map((piece) => piece.stems.get(stem)).filter((one) => one !== undefined);
    if (under.length === 0) continue;
    matched.stems += 1;
    matched.all += weight;
    if (under.every(Boolean)) matched.negated += weight;
  }
  return matched;
}
