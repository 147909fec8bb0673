import { cues } from "./cues.ts";
import type { Lexed } from "./lexer.ts";

// "40 minutes to 6" is a fall and "5 to 10 minutes" a range: the order of the two numbers decides.
const dash = /^\s?[-–—]\s?$/;
const share = /^ (?:out of|in|of|of the|of our|of its|of all|of all the) $/;

/** Joins two figures that say one thing: ranges, shares ("48 of 50") and spans of dates. */
export function merge(masked: string, drafts: readonly Lexed[]): Lexed[] {
  const merged: Lexed[] = [];
  for (let at = 0; at < drafts.length; at += 1) {
    const first = drafts[at];
    const second = drafts[at + 1];
    if (!first) continue;
    const joined = second ? join(masked, first, second) : null;
    merged.push(joined ?? first);
    if (joined) at += 1;
  }
  return merged;
}

function join(masked: string, first: Lexed, second: Lexed): Lexed | null {
  if (second.start - first.end > 14) return null;
  const between = masked.slice(first.end, second.start);
  const lead = masked.slice(Math.max(0, first.start - 10), first.start);
  const place = { start: first.start, end: second.end, weak: false };
  if (first.kind === "date" && second.kind === "date") {
    return isSpan(lead, between) ? { ...first, ...place } : null;
  }
  if (share.test(between) && isShare(first, second)) {
    return { ...place, kind: "ratio", value: over(first, second), high: null, unit: second.unit };
  }
  if (!fits(first, second)) return null;
  if (!isRange(lead, between) && !isScale(masked, first, between)) return null;
  const { kind, unit } = second.unit === null ? first : second;
  return { ...place, kind, unit, value: first.value, high: second.value };
}

const isSpan = (lead: string, between: string): boolean =>
  dash.test(between) ||
  (/\bfrom $/i.test(lead) && / (?:to|until|through) /.test(between)) ||
  (/\bbetween $/i.test(lead) && / and /.test(between));

const isRange = (lead: string, between: string): boolean =>
  dash.test(between) ||
  (between === " to " && !/\b(?:from|by) $/i.test(lead)) ||
  (between === " or " && !/\b(?:from|by) $/i.test(lead)) ||
  (between === " and " && /\bbetween $/i.test(lead));

// "A number from 1 to 100" is a range unless something rose; a fall is never one.
function isScale(masked: string, first: Lexed, between: string): boolean {
  const lead = masked.slice(Math.max(0, first.start - 100), first.start);
  return between === " to " && cues.from.test(lead) && !cues.changed.test(lead);
}

const fits = (first: Lexed, second: Lexed): boolean =>
  first.value !== null &&
  second.value !== null &&
  first.value < second.value &&
  first.high === null &&
  (first.unit === null || second.unit === null || first.unit === second.unit) &&
  first.kind !== "ratio" &&
  second.kind !== "date";

const isShare = (first: Lexed, second: Lexed): boolean =>
  first.kind === "count" &&
  second.kind === "count" &&
  first.value !== null &&
  second.value !== null &&
  second.value > 1 &&
  first.value <= second.value &&
  first.unit === null;

const over = (first: Lexed, second: Lexed): number => (first.value ?? 0) / (second.value ?? 1);
