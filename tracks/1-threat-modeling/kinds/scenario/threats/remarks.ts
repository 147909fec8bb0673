import type { Criterion, Remark } from "@loopwright/core";

import { findingCriterion, threatCriterion, twistCriterion } from "../grading/criteria.ts";
import type { ScenarioKey } from "../material/key.ts";
import { attackFindings, threatsRead } from "../material/limits.ts";
import type { Judged } from "./match.ts";
import { adviceOn, lowerFirst, type Advice } from "../grading/remarks.ts";

export function threatRemarks(
  key: ScenarioKey,
  all: readonly Judged[],
  judged: readonly Criterion[],
): Remark[] {
  return adviceOn(
    judged,
    [...missed(key, judged), ...noise(all), ...statements, ...twists(key), ...findings(judged)],
    key.deeper,
  );
}

const missed = ({ threats }: ScenarioKey, judged: readonly Criterion[]): Advice[] =>
  threats.map(({ id, title, say, why, weight, stride }) => {
    const criterion = threatCriterion(id);
    const verdict = judged.find((one) => one.id === criterion)?.verdict;
    if (verdict === "missed") {
      const text = `${lowerFirst(title)} (${stride.join(", ")}). ${why}`;
      return { criterion, rank: weight, lead: "Look for it next time", text };
    }
    const lead = "Say it outright, at its place and in its category";
    return { criterion, rank: weight, lead, text: `“${say}” (${stride.join(" or ")})` };
  });

function noise(all: readonly Judged[]): Advice[] {
  const unread = all.filter(({ outcome }) => outcome === "unread").length;
  const unknown = all.find((one) => one.outcome === "unknown");
  const many = `Name fewer and prove them: the first ${threatsRead} are read, and ${unread} stand behind them. A list of everything ranks nothing.`;
  const one =
    unknown?.outcome === "unknown"
      ? `Tie each threat to a part, a category and a way to do it: “${unknown.threat.title || unknown.threat.id}” is not. ${unknown.why}`
      : "Tie each threat to a part of the drawing, a category, and a way to do it.";
  const focus = { criterion: "focus", rank: 9, text: unread > 0 ? many : one };
  return [focus, { criterion: "precision", rank: 1, text: one }];
}

const statements: Advice[] = [
  {
    criterion: "statements",
    rank: 1,
    text: "Say who can do what, and what it leads to: an owner weighs what happens to customers, and not the name of a class.",
  },
];

const twists = ({ twist }: ScenarioKey): Advice[] =>
  (twist?.after === "draw" ? twist.says : []).map(({ id, title, why }) => ({
    criterion: twistCriterion(id),
    rank: 5,
    text: `Take up what changed on the way: ${lowerFirst(title)}. ${why}`,
  }));

const findings = (judged: readonly Criterion[]): Advice[] =>
  Array.from({ length: attackFindings }, (_, index) => {
    const criterion = findingCriterion(index);
    const note = judged.find(({ id }) => id === criterion)?.note ?? "";
    return {
      criterion,
      rank: attackFindings - index,
      lead: "Answer what the rules find: put a control into the drawing, name what stops it, or accept it with a reason",
      text: `${note.replace(/^[^:]*: /, "")}.`,
    };
  });
