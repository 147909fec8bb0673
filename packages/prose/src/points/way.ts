import type { Group } from "../rubric/terms.ts";
import { isAdviceAgainst } from "../text/negation.ts";
import type { Passage, Piece } from "../text/passage.ts";
import type { Occurrence, TermIndex } from "./occurrences.ts";

/** Neighbouring pieces of a text, both ends included. */
export type Window = { first: number; last: number };

export type WayMatch =
  /** Every group stands there, undenied. */
  | { kind: "found"; window: Window }
  /** Every group stands there, but the text denies it; `direct` where the negation stands right before. */
  | { kind: "denied"; window: Window; direct: boolean }
  /** Some groups stand there. */
  | { kind: "near"; window: Window; share: number };

/** This many words at most lie between a negation and what it denies outright. */
const directWords = 3;

/** Occurrences of one group by the piece in which they begin. */
type ByPiece = ReadonlyMap<number, readonly Occurrence[]>;

/**
 * Looks for a window of one or two pieces in which every group of a way occurs, in clauses that carry
 * no negation of their own. A negation inside a matched term ("never trust") belongs to the term.
 */
export function matchWay(
  way: readonly Group[],
  passage: Passage,
  index: TermIndex,
): WayMatch | undefined {
  const { all, live, reach } = occurrencesOf(way, passage, index);
  const windows = windowsOf(passage, all);
  const found = windows.find((window) => share(live, window) === 1);
  if (found) return { kind: "found", window: found };
  const denied = windows.find((window) => share(all, window) === 1);
  if (!denied) return nearest(live, windows);
  const direct = all
    .flatMap((group) => inWindow(group, denied))
    .some((one) => reach.deniesOutright(one));
  return { kind: "denied", window: denied, direct };
}

/** Every single piece in which all groups of a way occur undenied. */
export function piecesThatSay(way: readonly Group[], passage: Passage, index: TermIndex): Window[] {
  const { live } = occurrencesOf(way, passage, index);
  return windowsOf(passage, live).filter(
    (window) => window.first === window.last && share(live, window) === 1,
  );
}

function occurrencesOf(way: readonly Group[], passage: Passage, index: TermIndex) {
  const groups = way.map((group) => index(group));
  const reach = new Reach(passage, groups.flat());
  const undenied = groups.map((list) => list.filter((one) => !reach.denies(one)));
  return {
    reach,
    all: groups.map((list) => byPiece(list, passage)),
    live: undenied.map((list) => byPiece(list, passage)),
  };
}

function byPiece(list: readonly Occurrence[], { pieceOf }: Passage): ByPiece {
  const found = new Map<number, Occurrence[]>();
  for (const one of list) {
    const piece = pieceOf[one.from] ?? 0;
    const sofar = found.get(piece);
    if (sofar) sofar.push(one);
    else found.set(piece, [one]);
  }
  return found;
}

/** Windows in which something occurs: single pieces first, then neighbours. */
function windowsOf({ pieces }: Passage, groups: readonly ByPiece[]): Window[] {
  const touched = [...new Set(groups.flatMap((one) => [...one.keys()]))].toSorted((a, b) => a - b);
  const single = touched.map((first) => ({ first, last: first }));
  const double = touched
    .filter((first) => first + 1 < pieces.length)
    .map((first) => ({ first, last: first + 1 }));
  return [...single, ...double];
}

const inWindow = (group: ByPiece, { first, last }: Window): Occurrence[] => [
  ...(group.get(first) ?? []),
  ...(last === first ? [] : (group.get(last) ?? [])),
];

/** Share of the groups that have an occurrence of their own in the window: no word counts twice. */
function share(groups: readonly ByPiece[], window: Window): number {
  const inside = groups
    .map((group) => inWindow(group, window))
    .toSorted((a, b) => a.length - b.length);
  const taken: Occurrence[] = [];
  for (const list of inside) {
    const free = list.find((one) => isFree(one, taken));
    if (free) taken.push(free);
  }
  if (taken.length === groups.length || inside.some((list) => list.length === 0)) {
    return taken.length / groups.length;
  }
  return canAll(inside, [], { left: triesMax }) ? 1 : taken.length / groups.length;
}

/** Ways of giving words to groups that are tried where the first found word took another group's only one. */
const triesMax = 500;

function canAll(
  lists: readonly (readonly Occurrence[])[],
  taken: readonly Occurrence[],
  tries: { left: number },
): boolean {
  const [list, ...rest] = lists;
  if (list === undefined) return true;
  return list.some((one) => {
    if (tries.left-- <= 0 || !isFree(one, taken)) return false;
    return canAll(rest, [...taken, one], tries);
  });
}

const isFree = (one: Occurrence, taken: readonly Occurrence[]): boolean =>
  taken.every((other) => !overlap(one, other));

const overlap = (a: Occurrence, b: Occurrence): boolean => a.from < b.to && b.from < a.to;

function nearest(groups: readonly ByPiece[], windows: readonly Window[]): WayMatch | undefined {
  let best: Extract<WayMatch, { kind: "near" }> | undefined;
  for (const window of windows) {
    const part = share(groups, window);
    if (part > (best?.share ?? 0)) best = { kind: "near", window, share: part };
  }
  return best;
}

/** How far negations reach that are no part of a matched term. */
class Reach {
  readonly #passage: Passage;
  readonly #own: ReadonlySet<number>;

  constructor(passage: Passage, matched: readonly Occurrence[]) {
    this.#passage = passage;
    this.#own = new Set(matched.flatMap(({ from, to }) => range(from, to)));
  }

  /** To the ends of the clause; to the ends of the sentence where the whole text denies. */
  denies(one: Occurrence): boolean {
    const { pieces, pieceOf, clauseOf, denying, denials } = this.#passage;
    const piece = pieces[pieceOf[one.from] ?? 0];
    if (!piece) return false;
    if (piece.denied) return true;
    return piece.negators.some(
      (at) =>
        !this.#own.has(at) &&
        (denials[at] === "both" || at < one.from) &&
        (denying || clauseOf[at] === clauseOf[one.from]),
    );
  }

  /** "Do not use prepared statements": the negation stands right before what it denies. */
  deniesOutright(one: Occurrence): boolean {
    const { pieces, pieceOf, clauseOf, tokens } = this.#passage;
    const piece = pieces[pieceOf[one.from] ?? 0];
    if (!piece) return false;
    if (piece.denied) return !clausesTurn(this.#passage, piece, one.from);
    return piece.negators.some((at) => {
      const before = at < one.from && one.from - at <= directWords;
      if (!before || this.#own.has(at) || clauseOf[at] !== clauseOf[one.from]) return false;
      const lead = tokens[at]?.word === "not" ? at - 1 : at;
      const starts = lead === piece.from || clauseOf[lead - 1] !== clauseOf[lead];
      return isAdviceAgainst(tokens, at, starts);
    });
  }
}

/** Words after which a sentence that began with a denial may say what is right instead. */
const turning: ReadonlySet<string> = new Set(["so", "but", "because", "instead", "i", "we", "you"]);

/** "It is a mistake to trust the form, so we bind": what follows the turn is not denied beyond doubt. */
function clausesTurn({ tokens, clauseOf }: Passage, piece: Piece, at: number): boolean {
  return range(piece.from + 1, at + 1).some(
    (one) => clauseOf[one] !== clauseOf[one - 1] && turning.has(tokens[one]?.word ?? ""),
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset);
