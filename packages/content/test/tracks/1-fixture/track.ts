import { defineTrack } from "@loopwright/core";

export const track = defineTrack({
  id: "1-fixture",
  title: "Fixture",
  summary: "A track that only tests use.",
  group: "core",
  phase: 1,
});
