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
  if (forward.has(word) || forwardPairs.has(`${word} ${next}`)) return "forward";
  if (!bothWays.has(word) && !word.endsWith("n't")) return null;
  const before = `${tokens[index - 2]?.word} ${tokens[index - 1]?.word}`;
  return word === "not" && before === "whether or" ? null : "both";
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
