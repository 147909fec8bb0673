import { analyse, type Finding, type Model } from "@loopwright/threat-model";

import type { NamedThreat } from "../material/answer.ts";
import { lettersMax } from "../material/limits.ts";
import { wordsOf } from "../drawing/names.ts";
import type { Place } from "./places.ts";

/** A threat of the learner as the rules look at it. */
type Read = { threat: NamedThreat; place: Place; words: readonly string[] };

/** What the rules say of one drawing, asked threat by threat. */
type RulesOn = {
  /** The finding that a threat says: same place, same category, and words of its own about it. */
  saidBy: (read: Read) => Finding | null;
  /** Whether it is what a tool prints there, word for word. */
  isPrinted: (read: Read) => boolean;
};

/** Words that a threat must share with what the rule says, beside names of the drawing. */
const sharedWords = 3;
/** What a tool prints may be true; that it means something of the key is not left open. */
const printedShare = 0.8;

export function rulesOn(own: Model): RulesOn {
  const ends = new Map(own.flows.map((flow) => [flow.id, flow]));
  const { findings } = analyse(own);
  const isHere = ({ subject, on }: Finding, { elements, flows }: Place): boolean => {
    if (on === "element") return elements.includes(subject);
    // Of a flow that was named, the flow itself; of an element, any flow that touches it.
    if (flows.length > 0) return flows.includes(subject);
    const flow = ends.get(subject);
    return flow !== undefined && [flow.source, flow.target].some((end) => elements.includes(end));
  };
  const at = ({ threat, place }: Read): Finding[] =>
    threat.stride.length > lettersMax
      ? []
      : findings.filter((one) => threat.stride.includes(one.stride) && isHere(one, place));
  return {
    saidBy: (read) =>
      at(read).find(
        (one) => shared(read.words, [...printed(one), one.rule.note, ...one.why]) >= sharedWords,
      ) ?? null,
    isPrinted: (read) =>
      at(read).some((one) => shared(read.words, printed(one)) >= read.words.length * printedShare),
  };
}

const printed = ({ rule: { title, statement } }: Finding): string[] =>
  [title, ...Object.values(statement)].flat();

function shared(words: readonly string[], texts: readonly string[]): number {
  const told = new Set(wordsOf(texts.join(" ")));
  return words.filter((one) => told.has(one)).length;
}
