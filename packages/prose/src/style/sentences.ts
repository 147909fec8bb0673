import type { Token } from "./tokens.ts";

/** `marked` says whether a full stop, question or exclamation mark ended it, or only a line. */
export type Sentence = { start: number; end: number; marked: boolean; tokens: Token[] };

type Cut = { at: number; marked: boolean };

const neverLast = new Set(["e.g", "i.e", "vs", "mr", "mrs", "dr", "approx", "cf", "fig", "al"]);
const enders = new Set(".!?…");
// Chinese and Japanese marks need no space after them.
const wideEnders = new Set("。！？");
const closers = new Set("\"'”’)]*_。！？.!?…");
const listItem = /[ \t]{0,20}(?:[-*•#]|\d{1,3}[.)])\s/y;

/** Cuts at sentence marks, blank lines and list items. Sentences without a word are left out. */
export function cutSentences(masked: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let next = 0;
  for (const { at, marked } of cuts(masked)) {
    const first = next;
    while (next < tokens.length && (tokens[next]?.start ?? at) < at) next += 1;
    if (next > first) {
      const inside = tokens.slice(first, next);
      sentences.push({ start: inside[0]?.start ?? start, end: at, marked, tokens: inside });
    }
    start = at;
  }
  return sentences;
}

// A scan by hand: the same as a regular expression is quadratic on a run of dots.
function cuts(masked: string): Cut[] {
  const found: Cut[] = [];
  let at = 0;
  while (at < masked.length) {
    const unit = masked[at] ?? "";
    if (enders.has(unit) || wideEnders.has(unit)) {
      const end = runEnd(masked, at);
      if (endsSentence(masked, at, end)) found.push({ at: end, marked: true });
      at = end;
      continue;
    }
    if (unit === "\n" && endsBlock(masked, at)) found.push({ at, marked: false });
    at += 1;
  }
  found.push({ at: masked.length, marked: false });
  return found;
}

function runEnd(masked: string, from: number): number {
  let end = from + 1;
  while (end < masked.length && closers.has(masked[end] ?? "")) end += 1;
  return end;
}

function endsSentence(masked: string, from: number, end: number): boolean {
  if (wideEnders.has(masked[from] ?? "")) return true;
  if (end < masked.length && !/\s/.test(masked[end] ?? "")) return false;
  if (masked[from] !== ".") return true;
  const before = /[\p{L}.]{1,8}$/u.exec(masked.slice(Math.max(0, from - 8), from))?.[0] ?? "";
  if (neverLast.has(before.toLowerCase())) return end >= masked.length;
  if (before.toLowerCase() !== "etc") return true;
  return !/^\s+\p{Ll}/u.test(masked.slice(end, end + 3));
}

function endsBlock(masked: string, at: number): boolean {
  listItem.lastIndex = at + 1;
  if (listItem.test(masked)) return true;
  return /^[ \t\r]{0,20}\n/.test(masked.slice(at + 1, at + 24));
}
