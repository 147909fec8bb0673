/** Names of parts as weighted words, so that "the Photo API" and "photo-api service" are one. */

/** "uploads", "uploader" and "uploading" are one word here; "access" and "bus" keep their end. */
function stemOf(word: string): string {
  const one = word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  if (one.length < 6) return one;
  return one.replace(/(?:ing|er|or|ed)$/, "").replace(/([bdgmnprt])\1$/, "$1");
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(stemOf));

const fillers = set("a an the of for and or to in on our my with by from");
/** Words that stand in so many names that they tell little. */
const weak = set(
  "service server system application app api db database store storage component aws amazon cloud data backend internal external",
);
const weakWeight = 0.4;
export const isWeak = (word: string): boolean => weak.has(word);

/** "PutObject" and "skillBackend" are two words each; "AWS" and "S3" one. */
const humps = /(?<=[\p{Ll}\p{N}])(?=\p{Lu}\p{Ll})/gu;

/** Words in lower case without endings; order and repeats are lost. */
export function wordsOf(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll(humps, " ").toLowerCase();
  const parts = plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((one) => one !== "")
    .map(stemOf);
  return [...new Set(parts.filter((one) => !fillers.has(one)))];
}

const weightOf = (words: readonly string[]): number =>
  words.reduce((sum, one) => sum + (weak.has(one) ? weakWeight : 1), 0);

/** A name that stands whole inside the other is nearly as good as the same name. */
const insideScore = 0.75;

/** How alike two names are, 0 to 1: the Dice coefficient over weighted words. */
export const likeness = (one: string, other: string): number => alike(wordsOf(one), wordsOf(other));

type Words = readonly string[];

function alike(left: Words, right: Words): number {
  const shared = left.filter((word) => right.includes(word));
  if (shared.length === 0) return 0;
  const dice = (2 * weightOf(shared)) / (weightOf(left) + weightOf(right));
  const inside = shared.length === Math.min(left.length, right.length);
  const strong = shared.some((word) => !weak.has(word));
  return inside && strong ? Math.max(dice, insideScore) : dice;
}

/** The best likeness among the names of two parts, each taken apart by `wordsOf`. */
export const bestLikeness = (ones: readonly Words[], others: readonly Words[]): number =>
  Math.max(0, ...ones.flatMap((one) => others.map((other) => alike(one, other))));
