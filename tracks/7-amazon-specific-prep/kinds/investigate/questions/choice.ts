import type { Verdict } from "@loopwright/core";

/** Exactly the right ones; partly where of several half are chosen, and one other at most. */
export function judgeChoice(right: readonly string[], given: readonly string[]): Verdict {
  const chosen = new Set(given);
  const hits = right.filter((id) => chosen.has(id)).length;
  const slips = chosen.size - hits;
  if (hits === right.length && slips === 0) return "met";
  return right.length > 1 && hits * 2 >= right.length && slips <= 1 ? "partly" : "missed";
}
