/**
 * Patterns of matchers run on the host, on text that learner code chose, and JavaScript's engine goes
 * back over its steps: with a group repeated, or many repetitions, a few kilobytes take years.
 */

/** In UTF-16 code units. With `repeatsMax` repetitions, the worst text takes under a second. */
export const matchedTextMax = 2000;
const repeatsMax = 4;

/** Null where a pattern may be used; else what is wrong with it. */
export function patternProblem(pattern: string): string | null {
  if (!compiles(pattern)) return "is no regular expression";
  // Escapes and classes are one character each; what is left is structure.
  const bare = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, "x");
  if (/\)[*+{]/.test(bare)) return "repeats a group; repeat single characters or classes only";
  const repeats = bare.match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0;
  return repeats > repeatsMax ? `repeats ${repeats} times; at most ${repeatsMax}` : null;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, "s") instanceof RegExp;
  } catch {
    return false;
  }
}
