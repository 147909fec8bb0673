import { defineKind } from "@loopwright/core";

import { repairAnswer, reviewAnswer } from "./answer.ts";
import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

/** Code is reviewed against the clock, then repaired; hidden tests prove the repair. */
export const kind = defineKind({
  id: "review",
  title: "Code review",
  brief,
  key,
  stages: [
    { id: "review", title: "Review", answer: reviewAnswer },
    { id: "repair", title: "Repair", answer: repairAnswer, timed: false },
  ],
});
export type ReviewKind = typeof kind;
