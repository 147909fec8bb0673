import { mask } from "./mask.ts";
import { cutSentences, type Sentence } from "./sentences.ts";
import { tokenise, type Token } from "./tokens.ts";

/** A text prepared once, so that all signals of one answer share the work. */
export type Reading = { text: string; masked: string; tokens: Token[]; sentences: Sentence[] };

export function read(text: string): Reading {
  const masked = mask(text);
  const tokens = tokenise(masked);
  return { text, masked, tokens, sentences: cutSentences(masked, tokens) };
}
