import type { CriteriaOf } from "@loopwright/core";

import type { InvestigateKindOfWork } from "./kind.ts";

/** One for each question, then one for each goal. */
export const criteria: CriteriaOf<InvestigateKindOfWork> = ({ brief, stage }) =>
  (stage === "find" ? brief.questions : brief.goals).map(
    ({ id, title, weight, essential, task }) => ({ id, title, weight, essential, task }),
  );
