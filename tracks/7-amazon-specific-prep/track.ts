import { defineTrack } from "@loopwright/core";

export const track = defineTrack({
  id: "7-amazon-specific-prep",
  title: "Amazon-specific preparation",
  summary:
    "Work in AWS accounts that run on this machine: write policies, find what escalates, close it, and read what an intruder left.",
  group: "amazon",
  phase: 2,
});
