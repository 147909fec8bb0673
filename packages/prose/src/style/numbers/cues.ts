// What may stand between a preposition and its number: "to about 6", "from an average of 40".
const fuzz =
  "(?:(?:about|around|over|nearly|roughly|almost|some|under|only|just|approximately|at least|more than|less than|fewer than|an average of|a mean of|a median of|a peak of|a p\\d\\d of|~)\\s*)?";
const ends = (words: string) => new RegExp(`(?:${words})\\s*${fuzz}[~<>≈]?$`, "i");

/** Each is tested on the text that ends where a figure starts. */
export const cues = {
  from: ends("\\bfrom"),
  to: ends("\\bto"),
  by: ends("\\bby"),
  arrow: /^\s*(?:→|->|=>|⟶)\s*$/,
  instead: ends(
    "\\b(?:down from|up from|instead of|rather than|compared (?:to|with)|versus|vs\\.?|against|where (?:it|there) (?:was|were|had been)|it (?:was|had been|used to be))",
  ),
  baseline:
    /\b(?:used to|previously|originally|initially|at first|before that|had been|started (?:at|with|out at)|began (?:at|with)|baseline (?:was|of))\b[^.;]{0,50}$/i,
  baselineAfter:
    /^[^.;]{0,40}\b(?:before|previously|originally|at first|back then|at the start)\b/i,
  result:
    /\b(?:now|today|afterwards|after that|since then|ended (?:at|with|up (?:at|with))|by the end|(?:down|dropped|fell|cut|reduced|brought|went|came|rose|grew|up)\b[^.;,]{0,25}\bto)\b[^.;]{0,40}$/i,
  changed:
    /\b(?:cut|cuts|cutting|reduc\w{1,5}|dropp?\w{0,4}|fell|fall\w{0,3}|decreas\w{1,3}|increas\w{1,3}|rose|ris\w{2,3}|grew|grow\w{0,3}|lower\w{0,3}|rais\w{1,3}|improv\w{1,5}|shr[aiu]nk|slash\w{0,3}|trimm?\w{0,4}|declin\w{1,3}|sped|speed\w{0,3}|boost\w{0,3}|went|brought|bringing|down|up|shorten\w{0,3})\b[^.;]{0,90}$/i,
  saved: ends(
    "\\b(?:sav(?:ed|es|ing)|(?:reduction|decrease|increase|drop|fall|rise|improvement|saving) of)",
  ),
  comparative:
    /^(?:[^.,;]{0,18}\s)?(?:fewer|less|more|faster|lower|higher|slower|cheaper|smaller|larger|bigger|better|quicker|shorter|longer|reduction|decrease|increase|drop|improvement|saving|rise|growth)\b/i,
};

const openers =
  "in|within|over|during|after|across|inside|throughout|for|since|by|until|between|from";
const openDuration = /\b(?:in|within|over|during|after|across|inside|throughout|for)\b/i;

const opening = new RegExp(
  `\\b((?:${openers})\\s+(?:(?:the|a|an|about|only|just|less than|under|roughly|around|nearly|almost|as little as)\\s+){0,2}(?:(?:first|last|next|past|following|same|space of|course of|end of|whole|full)\\s+){0,2})$`,
  "i",
);

/** Where the preposition of a period begins, in the text before a duration or date; null without one. */
export function periodStart(lead: string, kind: "duration" | "date"): number | null {
  const match = opening.exec(lead);
  if (!match || (kind === "duration" && !openDuration.test(match[0]))) return null;
  return match.index;
}

/** Periods that hold no figure. */
export const periodPhrases =
  /\b(?:(?:year|month|quarter|week|day)[ -](?:on|over)[ -](?:year|month|quarter|week|day)|(?:last|this|that|the same|the next|the following|within the) (?:year|month|quarter|week|day|sprint)|overnight|by the end of the (?:year|month|quarter|week|day|sprint)|in the first (?:year|month|quarter|week))\b/gi;
