import { indexPhrases, phrasesAt, type PhraseIndex } from "../phrases.ts";
import { quoted, type Quoted } from "../quoted.ts";
import { read, type Reading } from "../reading.ts";
import type { FlagRow } from "./flag-row.ts";
import { hedgeRows } from "./hedge-list.ts";
import { vagueRows } from "./vague-list.ts";

/** A hedge or a vague word; `instead` says what would serve the listener better. */
export type Flagged = Quoted & { phrase: string; instead: string };

type Guarded = FlagRow & { after: ReadonlySet<string>; before: ReadonlySet<string> };

const guard = (row: FlagRow): Guarded => ({
  ...row,
  after: new Set(row.notAfter?.split(" ")),
  before: new Set(row.notBefore?.split(" ")),
});
const indexRows = (rows: readonly FlagRow[]) =>
  indexPhrases(rows.map((row) => [row.phrase, guard(row)] as const));

const hedgeIndex = indexRows(hedgeRows);
const vagueIndex = indexRows(vagueRows);

/** Phrases that take a statement half back, such as "I think" and "probably". Code is not read. */
export const hedges = (text: string): Flagged[] => hedgesIn(read(text));
export const hedgesIn = (reading: Reading): Flagged[] => flag(reading, hedgeIndex);

/** Words that stand in for a fact, such as "various" and "as needed". Code is not read. */
export const vagueWords = (text: string): Flagged[] => vagueWordsIn(read(text));
export const vagueWordsIn = (reading: Reading): Flagged[] => flag(reading, vagueIndex);

function flag(reading: Reading, index: PhraseIndex<Guarded>): Flagged[] {
  const found: Flagged[] = [];
  const { text, tokens } = reading;
  for (let at = 0; at < tokens.length;) {
    const [hit] = phrasesAt(index, tokens, at);
    const length = hit?.length ?? 1;
    const start = tokens[at]?.start ?? 0;
    const end = tokens[at + length - 1]?.end ?? start;
    if (hit && !isHarmless(reading, hit.value, { at, length })) {
      found.push({
        ...quoted(text, start, end),
        phrase: hit.value.phrase,
        instead: hit.value.instead,
      });
    }
    at += length;
  }
  return found;
}

function isHarmless(
  { masked, tokens }: Reading,
  row: Guarded,
  { at, length }: { at: number; length: number },
): boolean {
  const first = tokens[at];
  const last = tokens[at + length - 1];
  if (!first || !last || isQuotedAlone(masked, first.start, last.end)) return true;
  // "I'd say: …" quotes what would be said.
  if (masked[last.end] === ":" || isCode(masked, first.start, last.end)) return true;
  if (row.after.has(tokens[at - 1]?.word ?? "")) return true;
  if (row.before.has(tokens[at + length]?.word ?? "")) return true;
  if (row.figureNear === undefined) return false;
  const near = tokens.slice(Math.max(0, at - 8), at + length + 8);
  return near.some(({ word }) => /^\d/.test(word));
}

// A word that is itself in quotation marks is spoken about, not spoken.
const isQuotedAlone = (masked: string, start: number, end: number): boolean =>
  /["“‘']/.test(masked[start - 1] ?? "") && /["”’']/.test(masked[end] ?? "");

// maybe.get(), Maybe<T>, /maybe, maybe=1: a name in code that has no backticks.
const isCode = (masked: string, start: number, end: number): boolean =>
  /[.$@#/\\<=\uFFFC]/.test(masked[start - 1] ?? "") ||
  /^(?:[.:=/\\][\p{L}\p{N}_:=]|[<(=[\uFFFC])/u.test(masked.slice(end, end + 2));
