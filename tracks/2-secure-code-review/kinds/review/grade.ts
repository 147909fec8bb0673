import type { Grader } from "@loopwright/core";

import { gradeRepair } from "./grade-repair.ts";
import { gradeReview } from "./grade-review.ts";
import type { ReviewKind } from "./kind.ts";

export { criteria } from "./criteria.ts";

/** Review: marked lines and their sentences against the key. Repair: hidden tests on the learner's version. */
export const grade: Grader<ReviewKind> = (input) =>
  input.stage === "review" ? gradeReview(input) : gradeRepair(input);
