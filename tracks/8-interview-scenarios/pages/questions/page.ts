import { definePage } from "@loopwright/core";

export const page = definePage({
  id: "questions",
  title: "Questions",
  lead: "Every question of every track. Any of them can be practised, and its reviewed answer seen.",
  lists: ["question"],
});
