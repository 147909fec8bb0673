import { defineTrack } from "@loopwright/core";

export const track = defineTrack({
  id: "8-interview-scenarios",
  title: "Interview scenarios",
  summary:
    "Answer what panels ask, aloud or in writing, and see sentence by sentence what was said.",
  group: "amazon",
  phase: 2,
});
