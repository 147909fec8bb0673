import type { Audience } from "../audience.ts";
import { phrasesAt } from "../phrases.ts";
import { quoted, type Quoted } from "../quoted.ts";
import { read, type Reading } from "../reading.ts";
import { isGlossed } from "./glossed.ts";
import type { Term } from "./term.ts";
import { termIndex } from "./terms.ts";

/** A term that this audience is unlikely to know and that the text never explains. */
export type Jargon = Quoted & {
  /** What could stand there instead, in our words. */
  plain: string;
  /** How often the term or another name of it occurs; the quote is its first place. */
  mentions: number;
};

/** Unexplained terms in order of first mention, each once. The list, about 270 entries, is ours. */
export const jargon = (text: string, audience: Audience): Jargon[] =>
  jargonIn(read(text), audience);

export function jargonIn(reading: Reading, audience: Audience): Jargon[] {
  const found = new Map<Term, Jargon>();
  const explained = new Set<Term>();
  const { text, tokens } = reading;
  for (let at = 0; at < tokens.length;) {
    const hit = termAt(reading, at);
    const first = tokens[at];
    const last = tokens[at + (hit?.length ?? 1) - 1];
    if (hit && first && last && hit.term.explainFor.includes(audience)) {
      const known = found.get(hit.term);
      if (known) known.mentions += 1;
      else {
        found.set(hit.term, {
          ...quoted(text, first.start, last.end),
          plain: hit.term.plain,
          mentions: 1,
        });
      }
      if (!explained.has(hit.term) && isGlossed(reading, first, last)) explained.add(hit.term);
    }
    at += hit?.length ?? 1;
  }
  return [...found].filter(([term]) => !explained.has(term)).map(([, remark]) => remark);
}

function termAt({ text, tokens }: Reading, at: number): { term: Term; length: number } | null {
  for (const { value, length } of phrasesAt(termIndex, tokens, at)) {
    const written = text.slice(tokens[at]?.start, tokens[at + length - 1]?.end);
    if (value.exact === null || value.exact === written) return { term: value.term, length };
  }
  return null;
}
