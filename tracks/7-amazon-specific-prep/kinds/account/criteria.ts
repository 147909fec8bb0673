import type { CriteriaOf } from "@loopwright/core";

import type { AccountKindOfWork } from "./kind.ts";

/** One for each goal of the stage. */
export const criteria: CriteriaOf<AccountKindOfWork> = ({ brief, stage }) =>
  brief.goals
    .filter((goal) => goal.stage === stage)
    .map(({ id, title, weight, essential, task }) => ({ id, title, weight, essential, task }));
