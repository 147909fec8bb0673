import { readTree, type PolicyProblem } from "../../policy/text.ts";

/** Where a text is no JSON. What kind of policy it is to be, nobody has said yet. */
export function jsonProblems(text: string): PolicyProblem[] {
  const read = readTree(text);
  return "problem" in read ? [read.problem] : [];
}
