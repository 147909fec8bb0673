import { quoted } from "../quoted.ts";
import { read, type Reading } from "../reading.ts";
import { changesOf, type Change } from "./changes.ts";
import type { Figure } from "./figure.ts";
import { lex, type Lexed } from "./lexer.ts";
import { merge } from "./merge.ts";
import { periodsOf } from "./periods.ts";
import { triplesOf } from "./triples.ts";

/**
 * Every figure with its unit, and for each the baseline, result and period that the text gives for it.
 * Numbers that name things (addresses, ports, versions, CVE and RFC ids, statuses, key sizes, places
 * in a document) are left out, and so are numbers in code and links.
 */
export const numbers = (text: string): Figure[] => numbersIn(read(text));

export function numbersIn({ text, masked, sentences }: Reading): Figure[] {
  const lexed = merge(masked, lex(masked));
  const changes = changesOf(masked, sentences, lexed);
  const members = new Set(changes.flatMap(({ baseline, result }) => [baseline ?? result, result]));
  const drafts = lexed.filter((draft) => !draft.weak || members.has(draft));
  const periods = periodsOf(masked, drafts, members);
  const triples = triplesOf({ text, sentences, drafts, changes, periods });
  const shared = new Map(changes.flatMap(sameUnit));
  return drafts.map((draft) => {
    const { start, end, value, high } = draft;
    const { kind, unit } = shared.get(draft) ?? draft;
    const readable = value !== null && Number.isFinite(value) ? value : null;
    return {
      ...quoted(text, start, end),
      kind,
      value: readable,
      high,
      unit,
      triple: triples.get(draft) ?? {},
    };
  });
}

// "from 40 minutes to 6": the bare number is in minutes too. A result in percent of nothing named is not.
function sameUnit({ baseline, result }: Change): [Lexed, Lexed][] {
  if (!baseline) return [];
  if (result.unit === null) return [[result, baseline]];
  return baseline.unit === null ? [[baseline, result]] : [];
}
