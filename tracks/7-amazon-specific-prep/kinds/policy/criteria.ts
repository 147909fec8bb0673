import type { CriteriaOf } from "@loopwright/core";

import type { PolicyKindOfWork } from "./kind.ts";

/** One for each requirement: what it demands is public, the requests that prove it are not. */
export const criteria: CriteriaOf<PolicyKindOfWork> = ({ brief }) =>
  brief.requirements.map(({ id, title, weight, essential, task }) => ({
    id,
    title,
    weight,
    essential,
    task,
  }));
