import { renderStatement, type Model } from "@loopwright/threat-model";

import type { NamedThreat } from "../material/answer.ts";
import { wordsOf } from "../drawing/names.ts";
import { joined } from "../grading/prose.ts";

/** All that was written of one threat, as sentences. */
export function textOf({ title, text, statement }: NamedThreat): string {
  return joined([title, text, statement ? sentenceOf(statement) : ""]);
}

/** As the grammar renders it, without the brackets of what is missing. */
const sentenceOf = (statement: NonNullable<NamedThreat["statement"]>): string =>
  renderStatement(statement).replace(/\[[a-z]+\]/g, "");

/**
 * Words of a text without those of names in the drawing: what is left of a sentence that fits every part. The
 * names are gathered once.
 */
export function ownWordsIn({ elements, flows }: Model): (text: string) => string[] {
  const parts = [...elements, ...flows];
  const names = new Set(wordsOf(parts.map(({ id, name }) => `${id} ${name}`).join(" ")));
  return (text) => wordsOf(text).filter((one) => !names.has(one));
}
