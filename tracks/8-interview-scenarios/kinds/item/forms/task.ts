import type { MaterialProblem } from "@loopwright/core";

import type { Item } from "./item.ts";

/**
 * brief.md has one task, and what stands first under it is the same for every item of a form, so that
 * it never tells how many options or lines are right.
 */
export function checkTask(item: Item, text: string): MaterialProblem[] {
  const [, ...tasks] = text.split(/^## /m);
  const [title = "", ...lines] = (tasks[0] ?? "").trim().split("\n");
  if (tasks.length !== 1 || title.trim() !== "1. Answer") {
    return [{ where: "brief.md", message: "an item has one task, “## 1. Answer”" }];
  }
  const said = lines.join("\n").trim();
  const must = lineOf(item);
  // A line to spot may be said more sharply in a sentence after it.
  const fits = item.form === "spot" ? said.startsWith(must ?? "") : said === (must ?? said);
  if (said !== "" && fits) return [];
  const message =
    must === null
      ? "says nothing; name what to type, and its unit"
      : `says “${said.split("\n")[0]}”; it must say “${must}”`;
  return [{ where: "brief.md 1. Answer", message }];
}

/** Null where the line depends on the value. */
function lineOf(item: Item): string | null {
  switch (item.form) {
    case "choose":
      return "Choose all that apply.";
    case "order":
      return "Put the steps into order, first to last.";
    case "spot":
      return item.brief.marks === "one"
        ? "Mark the line."
        : "Mark every line that answers the question.";
    case "value":
      return null;
  }
}
