import { technologies, type Model } from "@loopwright/threat-model";

import { isWeak, wordsOf } from "./names.ts";

/** A drawing with fewer words of its own than this tells nothing of what it is about. */
const wordsMin = 8;
/** Share of those words that brief and key must know: drawings of other systems have less. */
const knownShare = 0.35;

/** What everybody calls parts of any system. */
const common = new Set(
  [...technologies.values()].flatMap(({ title, aliases }) =>
    wordsOf([title, ...aliases].join(" ")),
  ),
);

/**
 * Whether a drawing is of this system at all. Customers, an API and a bucket stand in every system, so parts
 * alone do not tell: the words on them do.
 */
export function isOfThis(model: Model, told: readonly string[]): boolean {
  const named = [...model.elements, ...model.flows, ...model.zones, ...model.data];
  const words = wordsOf(named.map(({ name }) => name).join(" ")).filter(
    (one) => !isWeak(one) && !common.has(one),
  );
  if (words.length < wordsMin) return true;
  const known = new Set(wordsOf(told.join(" ")));
  return words.filter((one) => known.has(one)).length >= words.length * knownShare;
}
