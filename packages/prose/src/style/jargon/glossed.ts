import { phrasesAt } from "../phrases.ts";
import type { Reading } from "../reading.ts";
import type { Token } from "../tokens.ts";
import { tokenise } from "../tokens.ts";
import { termIndex } from "./terms.ts";

const reach = 120;

const defining =
  "(?:type|kind|sort|form|way|trick|attack|technique|flaw|bug|mistake|weakness|service|tool|program|system|list|set|check|rule|method|step|number|key|secret|record|file|code|piece|place|box|standard|process|filter|copy|test)";

// What may stand after a term and says what it is.
const after = new RegExp(
  [
    String.raw`^["'”’]?\s*(?:,|–|—|-)?\s*(?:which|that)\s+(?:means?|is|are|lets?|allows?|stands? for|makes?|tells?)\b`,
    String.raw`^["'”’]?\s*[,;–—]?\s*(?:i\.e\.|that is,|meaning\b|means\b|in other words|in plain words)`,
    String.raw`^["'”’]?\s+(?:is|are)\s+(?:when|where|how|what)\b`,
    String.raw`^["'”’]?\s*(?:,|–|—|:|-|is|are|was)\s+(?:a|an|the|our|one|any|some)\s+(?:[\p{L}-]+\s+){0,2}${defining}s?\b`,
    String.raw`^["'”’]?\s*,\s*(?:where|when|or\s+[\p{L}-]+ing)\b`,
  ].join("|"),
  "iu",
);
const before =
  /(?:\bcalled|\bknown as|\bname for (?:this|it|that) is|\bcall(?: this| that| it)?|\bnamed)\s+(?:an?\s+|the\s+)?["'“‘]?$/i;

/** Whether the words around a term say what it is. The list of such turns of phrase is ours. */
export function isGlossed(reading: Reading, first: Token, last: Token): boolean {
  const tail = reading.masked.slice(last.end, last.end + reach);
  if (after.test(tail)) return true;
  const inBrackets = /^["'”’]?\s{0,3}\(([^()]{3,118})\)/.exec(tail)?.[1];
  if (inBrackets !== undefined && saysMore(inBrackets)) return true;
  const lead = reading.masked.slice(Math.max(0, first.start - reach), first.start);
  return before.test(lead) || closesExplanation(lead, tail);
}

// "SSRF (server-side request forgery)" spells the name out and explains nothing.
function saysMore(text: string): boolean {
  const tokens = tokenise(text);
  let rest = tokens.length;
  for (const [at] of tokens.entries()) {
    const [longest] = phrasesAt(termIndex, tokens, at);
    if (longest) rest -= longest.length;
  }
  return rest >= 2;
}

// "a request that our own server is tricked into making (SSRF)": plain words, then the name.
function closesExplanation(lead: string, tail: string): boolean {
  if (!/^["'”’]?\)/.test(tail)) return false;
  const words = /([^.!?()\n]{1,110})\(["'“‘]?$/.exec(lead)?.[1];
  if (words === undefined) return false;
  const tokens = tokenise(words);
  const close = tokens.slice(-5);
  const named = close.some((_, at) => [...phrasesAt(termIndex, close, at)].length > 0);
  return tokens.length >= 5 && !named;
}
