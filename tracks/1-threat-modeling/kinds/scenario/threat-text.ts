import { renderStatement, type Model } from "@loopwright/threat-model";

import type { NamedThreat } from "./answer.ts";
import { wordsOf } from "./names.ts";
import { joined } from "./prose.ts";

/** All that was written of one threat, as sentences. */
export function textOf({ title, text, statement }: NamedThreat): string {
  return joined([title, text, statement ? sentenceOf(statement) : ""]);
}

/** As the grammar renders it, without the brackets of what is missing. */
const sentenceOf = (statement: NonNullable<NamedThreat["statement"]>): string =>
  renderStatement(statement).replace(/\[[a-z]+\]/g, "");

/** Words of a text without those of names in the drawing: what is left of a sentence that fits every part. */
export function ownWords(text: string, { elements, flows }: Model): string[] {
  const names = new Set(
    [...elements, ...flows].flatMap(({ id, name }) => wordsOf(`${id} ${name}`)),
  );
  return wordsOf(text).filter((one) => !names.has(one));
}
