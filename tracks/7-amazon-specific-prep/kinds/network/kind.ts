import { defineKind } from "@loopwright/core";

import { repairAnswer, traceAnswer } from "./answer.ts";
import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

/** Who reaches whom, and by which rule; then the rules repaired, with no more opened than is needed. */
export const kind = defineKind({
  id: "network",
  title: "Networks",
  brief,
  key,
  stages: [
    { id: "trace", title: "Trace", answer: traceAnswer },
    { id: "repair", title: "Repair", answer: repairAnswer },
  ],
});
export type NetworkKindOfWork = typeof kind;
