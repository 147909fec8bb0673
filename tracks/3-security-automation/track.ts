import { defineTrack } from "@loopwright/core";

export const track = defineTrack({
  id: "3-security-automation",
  title: "Security automation",
  summary:
    "Write scripts from scratch that a security team would run: on accounts with more pages than one, with doors that stay shut, and with answers that come late.",
  group: "core",
  phase: 1,
});
