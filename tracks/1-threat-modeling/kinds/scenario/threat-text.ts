import type { Model } from "@loopwright/threat-model";

import type { NamedThreat } from "./answer.ts";
import { wordsOf } from "./names.ts";
import { joined } from "./prose.ts";

/** All that was written of one threat, as sentences. */
export function textOf({ title, text, statement }: NamedThreat): string {
  return joined([title, text, statement ? sentenceOf(statement) : ""]);
}

type Parts = NonNullable<NamedThreat["statement"]>;

function sentenceOf({ source, prerequisites, action, impact, assets }: Parts): string {
  if (action === "" && impact === "") return "";
  const who = [source, prerequisites].filter((one) => one !== "").join(" ");
  const leads = impact === "" ? "" : `, which leads to ${impact}`;
  const harmed = assets.length === 0 ? "" : ` of ${assets.join(", ")}`;
  return `${who} can ${action}${leads}${harmed}`;
}

/** Words of a text without those of names in the drawing: what is left of a sentence that fits every part. */
export function ownWords(text: string, { elements, flows }: Model): string[] {
  const names = new Set(
    [...elements, ...flows].flatMap(({ id, name }) => wordsOf(`${id} ${name}`)),
  );
  return wordsOf(text).filter((one) => !names.has(one));
}
