import type { Token } from "./tokens.ts";

const negators: ReadonlySet<string> = new Set(
  `not never no none nor neither cannot without hardly nobody nothing nowhere dont doesnt didnt cant
  wont isnt arent wasnt shouldnt unnecessary needless pointless useless avoid avoids avoided avoiding
  refuse`.split(/\s+/),
);

/** Two words that deny what follows: "instead of", "rather than". */
const pairs: ReadonlySet<string> = new Set(["instead of", "rather than"]);

/** A negator with one of these after it denies nothing: "not only", "no matter". */
const harmless: ReadonlySet<string> = new Set([
  "only",
  "just",
  "merely",
  "simply",
  "least",
  "matter",
  "doubt",
  "fail",
]);

/** Whether the word at `index` denies what stands around it. */
export function isNegator(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.word ?? "";
  const next = tokens[index + 1]?.word ?? "";
  if (pairs.has(`${word} ${next}`)) return true;
  if (!negators.has(word) && !word.endsWith("n't")) return false;
  if (harmless.has(next)) return false;
  return !(
    word === "not" &&
    tokens[index - 1]?.word === "or" &&
    tokens[index - 2]?.word === "whether"
  );
}

/** A sentence that begins so denies all of itself. Matched against its words joined by spaces. */
const denial = new RegExp(
  "^(?:well |so |and |but |no |sorry )*(?:" +
    [
      "it(?: is|'s)(?: simply| just)? not (?:true|correct|right|so|the case)",
      "it (?:isn't|wouldn't be) (?:true|correct|right|so|the case)",
      "it(?: is|'s) (?:false|wrong|untrue|incorrect|a myth|a mistake|nonsense)",
      "i (?:do not|don't|would not|wouldn't|never|cannot|can't) (?:think|believe|agree|accept|say|claim|see why)",
      "there(?: is|'s) no (?:need|point|reason|use)",
      "(?:nobody|no one) (?:should|needs|has)",
      "contrary to",
    ].join("|") +
    ")\\b",
);

export const isDenial = (tokens: readonly Token[]): boolean =>
  denial.test(
    tokens
      .slice(0, 12)
      .map(({ word }) => word)
      .join(" "),
  );
