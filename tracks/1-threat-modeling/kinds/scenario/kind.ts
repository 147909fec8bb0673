import { defineKind } from "@loopwright/core";

import {
  ask,
  clarifyAnswer,
  drawAnswer,
  rankAnswer,
  summaryAnswer,
  threatsAnswer,
} from "./material/answer.ts";
import { brief } from "./material/brief.ts";
import { key } from "./material/key.ts";

export { checkMaterial } from "./material/check.ts";
export { listing } from "./listing.ts";

/** A threat model in the room: ask, draw, find, rank, and tell the owner. */
export const kind = defineKind({
  id: "scenario",
  title: "Scenario",
  brief,
  key,
  stages: [
    { id: "clarify", title: "Clarify", answer: clarifyAnswer },
    { id: "draw", title: "Draw", answer: drawAnswer },
    { id: "threats", title: "Find threats", answer: threatsAnswer },
    { id: "rank", title: "Rank and mitigate", answer: rankAnswer },
    { id: "summary", title: "Tell the owner", answer: summaryAnswer },
  ],
  live: { action: ask },
  // Threats are told in words: what was not recognised may have been said.
  pass: { low: 50, high: 70, essential: "not-missed" },
  // All there are: systems share parts, and a key that hears another system's answer hears anything.
  lenders: 40,
});
export type ScenarioKind = typeof kind;
