import { defineTrack } from "@loopwright/core";

export const track = defineTrack({
  id: "2-secure-code-review",
  title: "Secure code review",
  summary:
    "Read someone else's code against the clock, say what it lets an attacker do, repair it.",
  group: "core",
  phase: 1,
  goals: [
    {
      line: "review-in-time",
      kind: "review",
      levels: [2, 3],
      distinctDrills: 4,
      minutes: { max: 10 },
    },
  ],
});
