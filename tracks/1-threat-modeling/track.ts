import { defineTrack } from "@loopwright/core";

export const track = defineTrack({
  id: "1-threat-modeling",
  title: "Threat modelling",
  summary:
    "Draw a system, find what crosses its trust boundaries, and rank what could go wrong, against the clock.",
  group: "core",
  phase: 1,
  serves: ["criterion-problem-solving"],
  goals: [
    {
      line: "model-in-time",
      kind: "scenario",
      // Sketches are of level 1: eight minutes prove no whole model.
      levels: [2, 3],
      distinctDrills: 3,
      minutes: { max: 20 },
    },
  ],
});
