import { definePage } from "@loopwright/core";

export const page = definePage({
  id: "record",
  title: "Record by CWE",
  lead: "Over all graded reviews: which classes were found, taken for another, missed, and claimed where nothing was.",
  lists: ["review"],
});
