import type { CriteriaOf } from "@loopwright/core";

import type { NetworkKindOfWork } from "./kind.ts";
import { repairCriteria } from "./repair/grade.ts";
import { traceCriteria } from "./trace/grade.ts";

export const criteria: CriteriaOf<NetworkKindOfWork> = ({ stage, brief }) =>
  stage === "trace" ? traceCriteria(brief) : repairCriteria(brief);
