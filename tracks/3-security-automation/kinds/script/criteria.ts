import type { CriteriaOf } from "@loopwright/core";

import type { ScriptKind } from "./kind.ts";
import { talkCriteria } from "./talk/criteria.ts";

export const criteria: CriteriaOf<ScriptKind> = ({ brief, key, stage }) =>
  stage === "talk"
    ? talkCriteria(key)
    : brief.criteria.map(({ id, title, weight, essential, task }) => ({
        id,
        title,
        weight,
        essential,
        task,
      }));
