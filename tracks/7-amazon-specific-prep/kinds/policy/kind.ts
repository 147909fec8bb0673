import { defineKind } from "@loopwright/core";

import { writeAnswer } from "./answer.ts";
import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

/** Policies are written or repaired until requests are allowed and denied as stated; a hidden table proves it. */
export const kind = defineKind({
  id: "policy",
  title: "Policies",
  brief,
  key,
  stages: [{ id: "write", title: "Write", answer: writeAnswer }],
});
export type PolicyKindOfWork = typeof kind;
