import { quoted, type Quoted } from "./quoted.ts";
import { read, type Reading } from "./reading.ts";
import { follows, type Token } from "./tokens.ts";

/** A pronoun with its verb, such as "I then rotated". */
export type PronounUse = Quoted & { verb: string };

export type Pronouns = {
  i: PronounUse[];
  we: PronounUse[];
  /** I / (I + we), or null where neither occurs. Under .5, a story hides who acted; "we" is never wrong. */
  share: number | null;
};

const pronoun = /^(i|we)(?:'(m|re|ve|d|ll))?$/;
const auxiliaries =
  /^(?:have|had|has|am|was|were|are|will|would|could|can|did|do|should|might|must|been|be|being|didn't|don't|couldn't|wouldn't|can't|won't|haven't|hadn't|wasn't|weren't|not)$/;
const adverbs =
  /ly$|^(?:then|also|first|never|always|often|still|now|soon|again|later|just|even|already|quickly|therefore|next|finally|all|both|once|myself|ourselves|personally|only|not)$/;
const notVerbs =
  /^(?:and|or|but|as|who|that|which|in|on|at|of|to|for|from|with|by|the|a|an|my|our|it|he|she|they|we|i|you|this|these|those|is|if|so|because|when|while|than|too|me|us|them)$/;
// "I think" is a hedge and "I mean" a filler: neither is something that a person did.
const fillers = /^(?:think|guess|suppose|believe|mean|feel|hope)$/;
const numerals =
  /^(?:part|type|phase|war|section|level|appendix|chapter|class|volume|act|for|tier)$/;

/** Counts "I + verb" against "we + verb". Of joined verbs ("I found and fixed") the first counts. */
export const pronouns = (text: string): Pronouns => pronounsIn(read(text));

export function pronounsIn({ text, tokens, masked }: Reading): Pronouns {
  const i: PronounUse[] = [];
  const we: PronounUse[] = [];
  for (const [at, token] of tokens.entries()) {
    const match = pronoun.exec(token.word);
    if (!match || isNumeral(tokens, at, masked)) continue;
    const verb = verbAfter(tokens, at + 1);
    if (verb === null) continue;
    const use = { ...quoted(text, token.start, verb.end), verb: verb.word };
    (match[1] === "i" ? i : we).push(use);
  }
  const all = i.length + we.length;
  return { i, we, share: all === 0 ? null : i.length / all };
}

function isNumeral(tokens: readonly Token[], at: number, masked: string): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || token.word !== "i") return false;
  // "I/O" and "i++": the pronoun stands before a space.
  if (!/\s/.test(masked[token.end] ?? "")) return true;
  return before !== undefined && follows(token) && numerals.test(before.word);
}

function verbAfter(tokens: readonly Token[], from: number): Token | null {
  let helper: Token | null = null;
  for (let at = from; at < from + 5; at += 1) {
    const token = tokens[at];
    if (!token || !follows(token) || notVerbs.test(token.word)) return helper;
    if (auxiliaries.test(token.word)) helper = token;
    else if (!adverbs.test(token.word) || isVerbInLy(token.word)) {
      return fillers.test(token.word) && helper === null ? null : token;
    }
  }
  return helper;
}

const isVerbInLy = (word: string): boolean => /^(?:apply|rely|supply|reply|comply)$/.test(word);
