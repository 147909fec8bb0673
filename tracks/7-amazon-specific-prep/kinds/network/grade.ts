import type { Grader } from "@loopwright/core";

import type { NetworkKindOfWork } from "./kind.ts";
import { gradeRepair } from "./repair/grade.ts";
import { gradeTrace } from "./trace/grade.ts";

export { criteria } from "./criteria.ts";

/** What is reachable the engine says, of the network as it is and as the answer makes it. Pure. */
export const grade: Grader<NetworkKindOfWork> = (input) =>
  input.stage === "trace" ? gradeTrace(input) : gradeRepair(input);
