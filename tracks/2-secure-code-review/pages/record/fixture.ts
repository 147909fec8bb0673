import type { ListedDrill, PastAttempt } from "@loopwright/ui";

import type { ReviewRecall } from "../../kinds/review/recall.ts";

type Flaws = ReviewRecall["flaws"];

/** "639 missed", "89 other 79": a planted class, what became of it, and what was claimed. */
const flawOf = (words: string): Flaws[number] => {
  const [cwe = "", fit = "", claimed] = words.split(" ");
  return {
    cwe: Number(cwe),
    fit: fit as Flaws[number]["fit"],
    claimed: claimed === undefined ? null : Number(claimed),
  };
};

type Given = { id: string; day: number; flaws?: string[]; alarms?: (number | null)[] };

/** An attempt on a review; without `flaws` it was not graded. */
export const attemptOf = ({ id, day, flaws, alarms = [] }: Given): PastAttempt => ({
  id,
  state: flaws ? "graded" : "given-up",
  startedAt: `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`,
  range: null,
  passed: false,
  ...(flaws && { recall: { review: { flaws: flaws.map(flawOf), alarms } } }),
});

/** A drill with these attempts, for tests. */
export const drillWith = (title: string, attempts: PastAttempt[]): ListedDrill => ({
  id: title.toLowerCase(),
  kind: "review",
  title,
  level: 2,
  minutes: { aim: 5, limit: 10 },
  core: false,
  status: "reviewed",
  trackId: "2-secure-code-review",
  kindTitle: "Code review",
  attempts,
  listing: null,
});
