import type { CriteriaOf } from "@loopwright/core";

import type { ScriptKind } from "./kind.ts";

export const criteria: CriteriaOf<ScriptKind> = ({ brief }) =>
  brief.criteria.map(({ id, title, weight, essential, task }) => ({
    id,
    title,
    weight,
    essential,
    task,
  }));
