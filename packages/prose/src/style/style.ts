import type { Audience } from "./audience.ts";
import { jargonIn, type Jargon } from "./jargon/jargon.ts";
import type { Figure } from "./numbers/figure.ts";
import { numbersIn } from "./numbers/numbers.ts";
import { passivesIn, type Passive } from "./passives/passives.ts";
import { readabilityOf, type Readability } from "./readability/readability.ts";
import { read } from "./reading.ts";
import { hedgesIn, vagueWordsIn, type Flagged } from "./wording/wording.ts";

/** All signals of one text, read once. */
export type Style = {
  audience: Audience;
  readability: Readability;
  jargon: Jargon[];
  passives: Passive[];
  hedges: Flagged[];
  vague: Flagged[];
  figures: Figure[];
};

export function styleOf(text: string, audience: Audience): Style {
  if (last?.text !== text || last.style.audience !== audience) {
    last = { text, style: signals(text, audience) };
  }
  return last.style;
}

// Measures and remarks of one answer are asked for one after the other.
let last: { text: string; style: Style } | undefined;

function signals(text: string, audience: Audience): Style {
  const reading = read(text);
  return {
    audience,
    readability: readabilityOf(reading),
    jargon: jargonIn(reading, audience),
    passives: passivesIn(reading),
    hedges: hedgesIn(reading),
    vague: vagueWordsIn(reading),
    figures: numbersIn(reading),
  };
}
