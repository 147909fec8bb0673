import { defineTrack } from "@loopwright/core";

export const track = defineTrack({
  id: "3-security-automation",
  title: "Security automation",
  summary:
    "Write scripts from scratch that a security team would run: on accounts with more pages than one, with doors that stay shut, and with answers that come late.",
  group: "core",
  phase: 1,
  goals: [
    {
      line: "script-from-scratch",
      kind: "script",
      // Level 1 has pieces of scripts: eight minutes prove no whole one.
      levels: [2, 3],
      distinctDrills: 3,
      // The longest has 45 minutes; the brief names none.
      minutes: { max: 45 },
    },
  ],
});
