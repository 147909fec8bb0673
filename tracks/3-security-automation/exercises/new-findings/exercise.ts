import type { Exercise, Expected, Finding } from "../exercise.ts";
import { idOf, reports, today, type Reports, type Result } from "./reports.ts";

/** What a gate lets through: results that were there before, and those that are suppressed until a day. */
export const newFindings: Exercise = {
  traits: ["moved", "repeated", "expired", "broken", "first"],
  make: (plan) => {
    const all = reports(plan);
    const isBroken = plan.traits.includes("broken");
    const isFirst = plan.traits.includes("first");
    const seen: Reports = isFirst ? { ...all, baseline: [] } : all;
    const text = JSON.stringify({ results: all.current }, null, 1);
    const files = {
      // A scanner that was stopped leaves half of a report.
      "current.json": isBroken ? text.slice(0, Math.floor(text.length / 2)) : text,
      "suppressions.json": JSON.stringify(all.suppressions, null, 1),
      ...(!isFirst && { "baseline.json": JSON.stringify({ results: all.baseline }, null, 1) }),
    };
    return {
      declared: null,
      region: "",
      files,
      args: ["--today", today],
      count: all.current.length,
      secrets: [],
      expected: () => (isBroken ? undecided : decided(seen)),
    };
  },
};

const undecided: Expected = { findings: [], unread: ["current.json"], exit: 2 };

function decided({ baseline, current, suppressions }: Reports): Expected {
  const findings = [...new Set(current.map(idOf))].flatMap((id): Finding[] => {
    const now = current.filter((one) => idOf(one) === id);
    const before = baseline.filter((one) => idOf(one) === id).length;
    const [{ rule, path, snippet }] = now as [Result];
    const isSuppressed = suppressions.some(
      (one) => one.rule === rule && one.path === path && one.until >= today,
    );
    const added = now.length - before;
    return added > 0 && !isSuppressed ? [{ rule, path, snippet, new: String(added) }] : [];
  });
  return { findings, unread: [], exit: findings.length > 0 ? 1 : 0 };
}
