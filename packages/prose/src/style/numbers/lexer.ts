import { blot, isBlotted } from "../mask.ts";
import { tokenise, type Token } from "../tokens.ts";
import { changeWords } from "./change-words.ts";
import { countUnitAt } from "./count-unit.ts";
import { takeDates } from "./dates.ts";
import type { Draft } from "./figure.ts";
import { namesNotFigures } from "./not-figures.ts";
import { numberWordsAt } from "./number-words.ts";
import { currencyOf, matchAt, scaleAt, unitAt } from "./units.ts";

/** A figure that counts only as part of a share or a change, such as the "one" of "one in five". */
export type Lexed = Draft & { weak: boolean };

type Numeral = { start: number; end: number; value: number; spelt: boolean };

const digits =
  /(?=\d)(?<![\p{L}\p{N}_:#@/*^=\uFFFC]|\p{L}-|\p{N}[.,])(?:\d{1,3}(?:[,\u00A0\u202F ]\d{3})+(?!\d)|\d{1,15})(?:\.\d{1,9})?(?!\d)/gu;
const slash = /\/(\d{1,4})(?![\p{L}\d/])/uy;
const currencyBefore = /(?:([$€£¥])|\b(USD|EUR|GBP|CHF) )$/;
const zeroWords = /(?<=\bto )(?:none|nothing|nil)\b/gi;
// "zero trust", "one day", "two-factor": numbers that are part of a name or an idiom.
const idiom = /^(?: (?:trust|day|days?-old|knowledge|tolerance|sum)\b|-(?!\s))/i;
const oneIdiom =
  /^ (?:another|thing|day|way|hand|side|point|person|place|reason|time|more|such|big|of|or|and)\b/i;
// "The old one works" counts nothing: "one" is a number only after these words or a mark.
const leadsToOne =
  /(?:^|[^\p{L}\s-]|\b(?:of|with|in|by|to|for|on|at|had|has|have|was|were|is|are|and|or|only|into|from|about|after|under|over|within|per|just|least|most|but|not|found|left|saw|took|lost|missed|closed|opened|kept|made|wrote|sent|ran|got))$/iu;
const pointing = /\b(?:the|these|those|no|each|this|that|which|every|any|another|last|first)$/;

/** Every figure of a text from left to right, without overlaps. */
export function lex(masked: string): Lexed[] {
  const { drafts, rest: undated } = takeDates(masked);
  const rest = namesNotFigures.reduce(blot, undated);
  const spoken = changeWords(rest);
  const zeros = Array.from(rest.matchAll(zeroWords), ({ index, 0: word }) => zero(index, word));
  const numerals = [...digitsIn(rest), ...wordsIn(rest, tokenise(rest))].map((one) =>
    measure(rest, one),
  );
  const strong = [...drafts, ...spoken].map((draft) => ({ ...draft, weak: false }));
  const all = [...strong, ...zeros, ...numerals.filter((one) => one !== null)];
  return withoutOverlaps(all.toSorted((a, b) => a.start - b.start || b.end - a.end));
}

const zero = (start: number, word: string): Lexed => ({
  start,
  end: start + word.length,
  kind: "count",
  value: 0,
  high: null,
  unit: null,
  weak: true,
});

function* digitsIn(text: string): Generator<Numeral> {
  for (const match of text.matchAll(digits)) {
    const value = Number(match[0].replace(/[,\s]/g, ""));
    yield { start: match.index, end: match.index + match[0].length, value, spelt: false };
  }
}

function* wordsIn(text: string, tokens: readonly Token[]): Generator<Numeral> {
  for (let at = 0; at < tokens.length;) {
    const read = numberWordsAt(tokens, at);
    const first = tokens[at];
    const last = tokens[at + (read?.length ?? 1) - 1];
    at += read?.length ?? 1;
    if (!read || !first || !last || first.gap.endsWith("-") || isBlotted(text, first.start))
      continue;
    yield { start: first.start, end: last.end, value: read.value, spelt: true };
  }
}

function measure(text: string, { start, end, value, spelt }: Numeral): Lexed | null {
  const share = matchAt(slash, text, end);
  if (share) return fraction({ start, end: share.end }, value, Number(share.unit));
  const scale = spelt ? null : scaleAt(text, end);
  const stop = scale?.end ?? end;
  const total = value * (scale?.factor ?? 1);
  const base = { start, value: total, high: null, weak: false };
  const money = currencyBefore.exec(text.slice(Math.max(0, start - 4), start));
  if (money) {
    const unit = currencyOf(money[1] ?? money[2] ?? "");
    return { ...base, start: start - money[0].length, end: stop, kind: "money", unit };
  }
  const tail = text.slice(stop, stop + 16);
  const unit = unitAt(text, stop);
  if (unit && !isOneDay(text, start, tail)) return { ...base, ...unit };
  if (/[\p{L}_*^=]/u.test(text[stop] ?? "")) return null;
  if (idiom.test(tail) && (spelt || /^-\p{L}/u.test(tail))) return null;
  const noun = countUnitAt(text, stop, value);
  const weak = spelt && isWeak(text, { start, value, tail, counted: noun !== null });
  return { ...base, kind: "count", unit: noun?.unit ?? null, end: noun?.end ?? stop, weak };
}

// "One day we saw" tells no length of time, and "zero-day" none either.
function isOneDay(text: string, start: number, tail: string): boolean {
  if (!/^[ -]day\b/i.test(tail)) return false;
  if (/^zero/i.test(text.slice(start, start + 4))) return true;
  const lead = text.slice(Math.max(0, start - 8), start);
  const isOne = /^one /i.test(text.slice(start, start + 4));
  return isOne && !/\b(?:in|within|after|over|to|from|for|than|under|took) $/i.test(lead);
}

function isWeak(
  text: string,
  { start, value, tail, counted }: { start: number; value: number; tail: string; counted: boolean },
): boolean {
  const lead = text
    .slice(Math.max(0, start - 10), start)
    .trimEnd()
    .toLowerCase();
  if (value === 1) return !counted || oneIdiom.test(tail) || !leadsToOne.test(lead);
  return !counted && pointing.test(lead);
}

function fraction(
  place: { start: number; end: number },
  part: number,
  whole: number,
): Lexed | null {
  if (whole === 0 || part > whole) return null;
  return { ...place, kind: "ratio", value: part / whole, high: null, unit: null, weak: false };
}

function withoutOverlaps(sorted: readonly Lexed[]): Lexed[] {
  const kept: Lexed[] = [];
  for (const draft of sorted) {
    if (draft.start >= (kept.at(-1)?.end ?? 0)) kept.push(draft);
  }
  return kept;
}
