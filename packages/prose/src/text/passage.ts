import { denialAt, isDenial, type Denial } from "./negation.ts";
import { tokenise, type Token } from "./tokens.ts";

/** A sentence, or a part of one that goes on for longer than anybody listens. */
export type Piece = {
  /** Index of the first token, and of the one after the last. */
  from: number;
  to: number;
  start: number;
  end: number;
  /** Whether it denies all of itself: "It is not true that …". */
  denied: boolean;
  /** Tokens that deny what stands around them. */
  negators: readonly number[];
};

/** A text taken apart for matching. All arrays run parallel to `tokens`. */
export type Passage = {
  text: string;
  tokens: Token[];
  pieces: Piece[];
  pieceOf: number[];
  /** A number that changes wherever a clause ends. */
  clauseOf: number[];
  /** For each token, whether and how far it denies what stands around it. */
  denials: Denial[];
  /** Whether most sentences hold a negation: then it reaches all of its sentence. */
  denying: boolean;
};

/** Transcripts come without full stops: what is longer than this is cut into windows. */
const sentenceWordsMax = 40;
const windowWords = 18;
/** What denies all of itself is denied in each of its windows, unless it is a transcript. */
const deniedWordsMax = 80;

/** From this share of sentences on, with at least this many of them, a text denies throughout. */
const denyingShare = 0.75;
const denyingSentences = 3;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

export function takeApart(text: string): Passage {
  const tokens = tokenise(text);
  const denials = tokens.map((_, index) => denialAt(tokens, index));
  const sentences = sentencesOf(text, tokens);
  const pieces = sentences.flatMap(cut(tokens, denials));
  const pieceOf = pieces.flatMap(({ from, to }, index) => Array<number>(to - from).fill(index));
  const long = sentences.filter(({ from, to }) => to - from >= 4);
  const denies = long.filter(
    ({ from, to }) => denials.slice(from, to).some(Boolean) || isDenial(tokens.slice(from, to)),
  );
  return {
    text,
    tokens,
    pieces,
    pieceOf,
    clauseOf: clausesOf(text, tokens, denials),
    denials,
    denying: long.length >= denyingSentences && denies.length / long.length >= denyingShare,
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset);

type Sentence = { from: number; to: number };

/** Sentence ends and line ends part sentences; parts without a word are dropped. */
function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const ends: number[] = [];
  for (const { index, segment } of segmenter.segment(text)) ends.push(index + segment.length);
  const found: Sentence[] = [];
  let from = 0;
  for (const end of ends) {
    let to = from;
    while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to += 1;
    if (to > from) found.push({ from, to });
    from = to;
  }
  return found;
}

const cut =
  (tokens: readonly Token[], denials: readonly Denial[]) =>
  ({ from, to }: Sentence): Piece[] => {
    const step = to - from > sentenceWordsMax ? windowWords : to - from;
    const pieces: Piece[] = [];
    const whole = to - from <= deniedWordsMax && isDenial(tokens.slice(from, to));
    for (let at = from; at < to; at += step) {
      const last = Math.min(at + step, to);
      const [start, end] = [tokens[at]?.start ?? 0, tokens[last - 1]?.end ?? 0];
      const negators = range(at, last).filter((one) => denials[one]);
      const denied = whole || isDenial(tokens.slice(at, last));
      pieces.push({ from: at, to: last, start, end, denied, negators });
    }
    return pieces;
  };

/** Words that begin a clause of their own. */
const opening: ReadonlySet<string> = new Set(
  `but because since so while whereas although though unless if when whenever where which who whose then
  instead until before after otherwise except`.split(/\s+/),
);

const joining: ReadonlySet<string> = new Set(["and", "or"]);

/** "so that", "means that": what follows is another statement. */
const leading: ReadonlySet<string> = new Set(["so", "mean", "means", "meaning"]);

/** A clause that comes first ends where the speaker begins: "Where it does not fit I count." */
const speakers: ReadonlySet<string> = new Set(["i", "we"]);
const subordinateWords = 3;

/** Clauses end at punctuation, at a word that opens one, and at "and" before a negation. */
function clausesOf(text: string, tokens: readonly Token[], denials: readonly Denial[]): number[] {
  let clause = 0;
  /** Index at which a clause began with an opening word; null in any other clause. */
  let opened: number | null = null;
  return tokens.map(({ word, start }, index) => {
    const previous = tokens[index - 1];
    const parted = /[,;:.!?()\n—–]/.test(text.slice(previous?.end ?? 0, start));
    const opens = opening.has(word) || (word === "that" && leading.has(previous?.word ?? ""));
    const joined = joining.has(word) && Boolean(denials[index + 1] ?? denials[index + 2]);
    const speaks = speakers.has(word) && opened !== null && index - opened >= subordinateWords;
    if (parted || opens || joined || speaks) {
      clause += 1;
      opened = opens ? index : null;
    }
    return clause;
  });
}
