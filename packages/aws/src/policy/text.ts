import { parseTree, type Node, type ParseError } from "jsonc-parser";

/** A policy's JSON with the place of every value. */
export type { Node };

export type Place = { line: number; column: number };

/** One thing wrong with a policy. `message` is worded as IAM words it where IAM refuses the same. */
export type PolicyProblem = Place & {
  /** Such as Statement[1].Action[0]; empty for the whole. */
  where: string;
  message: string;
};

/** Characters of one policy that are read; IAM takes at most 10,240 for any, without white space. */
export const policyCharsMax = 1_000_000;

/** Finds line and column of an offset, both from 1. */
export function placer(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

/** The tree of a JSON text, or the first place at which it is none. */
export function readTree(text: string): { root: Node } | { problem: PolicyProblem } {
  const place = placer(text);
  const refuse = (offset: number, message: string) => ({
    problem: { ...place(offset), where: "", message },
  });
  if (text.length > policyCharsMax) {
    return refuse(0, `The policy has ${text.length} characters; ${policyCharsMax} are read.`);
  }
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    const [first] = errors;
    if (first) {
      return refuse(first.offset, `Syntax errors in policy: ${errorWords(first.error)}.`);
    }
    if (!root) return refuse(0, "Syntax errors in policy: it is empty.");
    return { root };
  } catch (error) {
    if (error instanceof RangeError) return refuse(0, "The policy is nested too deeply.");
    throw error;
  }
}

/** Of jsonc-parser's codes, which are numbers without names at run time. */
const words: Record<number, string> = {
  1: "this is no JSON value",
  2: "this is no number",
  3: "a name in quotation marks is expected",
  4: "a value is expected",
  5: "a colon is expected",
  6: "a comma is expected",
  7: "a closing brace is expected",
  8: "a closing bracket is expected",
  9: "nothing may follow the policy",
  10: "JSON has no comments",
  11: "a comment does not end",
  12: "a text does not end",
  13: "a number does not end",
  14: "an escape of a character is wrong",
  15: "an escape in a text is wrong",
  16: "a text may not hold this character",
};

const errorWords = (code: number): string => words[code] ?? "this is no JSON";
