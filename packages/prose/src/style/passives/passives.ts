import { quoted, type Quoted } from "../quoted.ts";
import { read, type Reading } from "../reading.ts";
import type { Token } from "../tokens.ts";
import { comesInto, feelings, properties, statesInPresent } from "./adjectives.ts";
import { agentEnd, isCut } from "./agent.ts";
import { canFollowVerb } from "./followers.ts";
import { falseParticiples, irregularParticiples, withSecondObject } from "./participles.ts";

/** From the form of "be" or "get" to the participle, or to the end of the doer where one is named. */
export type Passive = Quoted & { participle: string; agent: Quoted | null };

const present = /^(?:am|is|are|isn't|aren't)$|.'(?:re|m)$/;
const be =
  /^(?:am|is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't)$|^(?:we|they|you)'re$|^i'm$/;
const get = /^(?:get|gets|got|gotten|getting)$/;
const between =
  /ly$|^(?:not|never|also|always|often|already|still|then|now|soon|even|only|first|later|all|both|once|again|just|being|been|ever|thus|therefore|further|well|partially|almost)$/;
const notAdverb = /^(?:family|reply|apply|supply|rely|comply|multiply)$/;
const people = /^(?:i|we|you|he|she|they|i'm|we're|they're|you're)$/;

/** Passive verbs by rules of ours, without a parser: precise rather than complete. */
export const passives = (text: string): Passive[] => passivesIn(read(text));

export const passivesIn = ({ text, sentences }: Reading): Passive[] =>
  sentences.flatMap(({ tokens }) => inSentence(text, tokens));

function inSentence(text: string, tokens: readonly Token[]): Passive[] {
  const found: Passive[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isAuxiliary(tokens[at])) continue;
    const verb = participleAfter(tokens, at);
    if (verb === null || !isPassive(tokens, at, verb)) continue;
    found.push(describe(text, tokens, { from: at, verb }));
    at = verb;
  }
  return found;
}

const isAuxiliary = (token: Token | undefined): boolean =>
  token !== undefined && (be.test(token.word) || get.test(token.word));

function participleAfter(tokens: readonly Token[], at: number): number | null {
  for (let next = at + 1; next <= at + 4 && next < tokens.length; next += 1) {
    const token = tokens[next];
    // "is-trusted" is an identifier.
    if (!token || token.gap === "-" || isCut(token.gap)) return null;
    if (isParticiple(token.word)) return next;
    if (!between.test(token.word) || notAdverb.test(token.word)) return null;
  }
  return null;
}

const isParticiple = (word: string): boolean =>
  irregularParticiples.has(word) ||
  statesInPresent.has(word) ||
  (word.length > 3 && word.endsWith("ed") && !word.endsWith("eed") && !falseParticiples.has(word));

function isPassive(tokens: readonly Token[], at: number, verb: number): boolean {
  const auxiliary = tokens[at]?.word ?? "";
  const subject = tokens[at - 1]?.word ?? "";
  const word = tokens[verb]?.word ?? "";
  if (feelings.has(word) || subject === "there" || isAccustomed(tokens, at, verb)) return false;
  if (isAttributive(tokens[verb + 1], word)) return false;
  if (get.test(auxiliary)) return !comesInto.has(word);
  if (word === "done" && people.test(subject)) return false;
  if (!properties.has(word) && !(statesInPresent.has(word) && present.test(auxiliary))) return true;
  return agentEnd(tokens, verb + 1) !== null;
}

// "I am used to working late" is a habit; "it is used to sign" is a passive.
function isAccustomed(tokens: readonly Token[], at: number, verb: number): boolean {
  if (tokens[verb]?.word !== "used" || tokens[verb + 1]?.word !== "to") return false;
  const subject = tokens[at - 1]?.word ?? "";
  const after = tokens[verb + 2]?.word ?? "";
  return people.test(subject) || people.test(tokens[at]?.word ?? "") || after.endsWith("ing");
}

const isAttributive = (next: Token | undefined, word: string): boolean =>
  next !== undefined &&
  !isCut(next.gap) &&
  !withSecondObject.has(word) &&
  (next.gap === "-" || !canFollowVerb(next.word));

function describe(
  text: string,
  tokens: readonly Token[],
  { from, verb }: { from: number; verb: number },
): Passive {
  const end = agentEnd(tokens, verb + 1);
  const start = tokens[from]?.start ?? 0;
  const last = tokens[(end ?? verb + 1) - 1]?.end ?? start;
  const by =
    end === null ? undefined : tokens.slice(verb + 1, end).find(({ word }) => word === "by");
  return {
    ...quoted(text, start, last),
    participle: tokens[verb]?.word ?? "",
    agent: by ? quoted(text, by.start, last) : null,
  };
}
