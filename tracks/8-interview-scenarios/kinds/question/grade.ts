import type { Grader } from "@loopwright/core";

import { gradeAgain } from "./grade-again.ts";
import { gradeAnswer } from "./grade-answer.ts";
import { gradeProbes } from "./grade-probes.ts";
import type { QuestionKind } from "./kind.ts";

export { criteria } from "./criteria.ts";

/** Answer and second try: points found and errors stated. Probes: the point that each asks for. */
export const grade: Grader<QuestionKind> = (input) => {
  if (input.stage === "answer") return gradeAnswer(input);
  return input.stage === "probes" ? gradeProbes(input) : gradeAgain(input);
};
