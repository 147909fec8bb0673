import { defineKind } from "@loopwright/core";

import { replies, spoken } from "./answer.ts";
import { brief } from "./brief.ts";
import { key } from "./key.ts";

export { checkMaterial } from "./check.ts";
export { listing } from "./listing.ts";

/** A question is answered in words, probed where the answer was thin, and answered again. */
export const kind = defineKind({
  id: "question",
  title: "Question",
  work: "question",
  brief,
  key,
  stages: [
    { id: "answer", title: "Answer", answer: spoken },
    { id: "probes", title: "Probes", answer: replies, timed: false },
    { id: "again", title: "Second try", answer: spoken, timed: false },
  ],
  // A right answer in plain words must be able to pass: what was not found may have been said.
  pass: { low: 50, high: 85, essential: "not-missed" },
});
export type QuestionKind = typeof kind;
