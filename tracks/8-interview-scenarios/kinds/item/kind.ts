import { defineKind } from "@loopwright/core";

import { itemAnswer } from "./answer.ts";
import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";

/** Short questions with one right answer: choose, order, spot the line, a value. */
export const kind = defineKind({
  id: "item",
  title: "Assessment item",
  work: "item",
  brief,
  key,
  stages: [{ id: "answer", title: "Answer", answer: itemAnswer }],
});
export type ItemKind = typeof kind;
