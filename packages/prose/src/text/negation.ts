import type { Token } from "./tokens.ts";

/** Deny what stands on either side: "do not use X", "X does not help". */
const bothWays: ReadonlySet<string> = new Set(
  `not never no none nor neither cannot hardly nobody nothing nowhere dont doesnt didnt cant wont isnt
  arent wasnt shouldnt unnecessary needless pointless useless`.split(/\s+/),
);

/** Deny only what follows: "bind values to avoid injection" speaks for binding. */
const forward: ReadonlySet<string> = new Set(["without", "avoid", "avoids", "avoided", "avoiding"]);
const forwardPairs: ReadonlySet<string> = new Set(["instead of", "rather than"]);

/** A negator with one of these after it denies nothing: "not only", "no matter", "never forget". */
const harmless: ReadonlySet<string> = new Set(
  "only just merely simply least matter doubt fail forget hesitate".split(" "),
);

/** How far a word's denial reaches within its clause; null where it denies nothing. */
export type Denial = "both" | "forward" | null;

export function denialAt(tokens: readonly Token[], index: number): Denial {
  const word = tokens[index]?.word ?? "";
  const next = tokens[index + 1]?.word ?? "";
  if (harmless.has(next)) return null;
  if (isDismissal(tokens, index)) return "both";
  if (forward.has(word) || forwardPairs.has(`${word} ${next}`)) return "forward";
  if (!bothWays.has(word) && !word.endsWith("n't")) return null;
  const before = `${tokens[index - 2]?.word} ${tokens[index - 1]?.word}`;
  return word === "not" && before === "whether or" ? null : "both";
}

/** "… is a waste of time", "would be overkill": of its own clause only. */
function isDismissal(tokens: readonly Token[], index: number): boolean {
  const [word, ...after] = [0, 1, 2].map((offset) => tokens[index + offset]?.word ?? "");
  if (word === "waste") return /^of (?:time|money|effort)$/.test(after.join(" "));
  const before = tokens[index - 1]?.word ?? "";
  return ["overkill", "nonsense", "rubbish"].includes(word ?? "") && /^(?:is|are|be)$/.test(before);
}

/** A sentence that begins so denies all of itself. Matched against its words joined by spaces. */
const denial = new RegExp(
  "^(?:well |so |and |but |no |sorry )*(?:" +
    [
      "it(?: is|'s)(?: simply| just)? not (?:true|correct|right|so|the case)",
      "it (?:isn't|wouldn't be) (?:true|correct|right|so|the case)",
      "it(?: is|'s) (?:false|wrong|untrue|incorrect|a myth|a mistake|nonsense)",
      "i (?:do not|don't|would not|wouldn't|never|cannot|can't) (?:think|believe|agree|accept|say|claim) (?:that|it|this|you|we|they|one|there|any)",
      "there(?: is|'s) no (?:need|point|reason|use)",
      "(?:nobody|no one) (?:should|needs|has)",
      "contrary to",
      "i (?:strongly |really |seriously )?(?:doubt|deny|dispute|disagree|reject|refuse to (?:believe|accept|say)) (?:that|with|the (?:idea|claim|notion|view))",
      "(?:please |you should |we should )?(?:stop|quit|forget|drop|ignore|skip)(?: saying| claiming| pretending| believing| thinking| telling \\w+)?(?: (?:this|that|the idea|the advice))",
      "(?:it|this|that) (?:would be|is|'s) (?:foolish|silly|absurd|naive|nonsense|pointless|useless|untrue) to (?:believe|think|say|claim|assume)",
      "(?:people|some|others|they) (?:wrongly|falsely) (?:claim|say|think|believe)",
    ].join("|") +
    ")\\b",
);

/** One that ends so denies all of itself as well: "The idea that … is a myth." */
const closing =
  /(?:^(?:the|this|that) (?:idea|claim|belief|notion|advice|theory) .*\b(?:is|was) (?:a |an |plain |simply )*(?:myth|mistake|fallacy|nonsense|rubbish|wrong|false|untrue|incorrect))$/;

const wordsOf = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join(" ");

export const isDenial = (tokens: readonly Token[]): boolean =>
  denial.test(wordsOf(tokens.slice(0, 12))) || closing.test(wordsOf(tokens)) || isLabelled(tokens);

/** "False: the server checks it." A mark stands after the label: "False positives" are no denial. */
function isLabelled([label, next]: readonly Token[]): boolean {
  const parted = label && next && next.start > label.end + 1;
  return Boolean(parted) && ["false", "wrong", "untrue", "nonsense"].includes(label?.word ?? "");
}

/** Negators that tell somebody what to leave, wherever they stand. */
const leaving: ReadonlySet<string> = new Set(["without", "never", "instead", "rather"]);
/** "do not", "don't": advice at the beginning of a clause and after these, a fact after any other word. */
const advisers: ReadonlySet<string> = new Set(
  "i we you one please should must would need and so then simply just".split(" "),
);
const afterNot: ReadonlySet<string> = new Set(["do", "should", "must", "would", "need"]);
const contracted: ReadonlySet<string> = new Set(
  "don't dont shouldn't shouldnt mustn't wouldn't needn't".split(" "),
);

/**
 * Whether a negator speaks against doing something. "It can't be read" and "two don't both win" state
 * facts, which a point may well consist of: they deny nothing beyond doubt.
 */
export function isAdviceAgainst(tokens: readonly Token[], index: number, starts: boolean): boolean {
  const word = tokens[index]?.word ?? "";
  const before = tokens[index - 1]?.word ?? "";
  if (leaving.has(word) || forward.has(word)) return true;
  if (word === "not" && before !== "do") return afterNot.has(before);
  if (word !== "not" && !contracted.has(word)) return false;
  return starts || word.startsWith("should") || advisers.has(speakerBefore(tokens, index));
}

/** The word before "don't", and before "do not". */
const speakerBefore = (tokens: readonly Token[], index: number): string =>
  tokens[tokens[index]?.word === "not" ? index - 2 : index - 1]?.word ?? "";
