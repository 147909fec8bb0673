import type { Exercise, Expected, Finding } from "../exercise.ts";
import { idOf, reports, type Reports, type Result } from "./reports.ts";

/** What a gate lets through: results that were there before, and those that are suppressed until a day. */
export const newFindings: Exercise = {
  traits: ["moved", "repeated", "expired", "broken", "absent", "shapeless", "first"],
  make: (plan) => {
    const all = reports(plan);
    const text = reportOf(all, plan.traits);
    const isFirst = plan.traits.includes("first");
    const seen: Reports = isFirst ? { ...all, baseline: [] } : all;
    const files = {
      ...(text !== undefined && { "current.json": text }),
      "suppressions.json": JSON.stringify(all.suppressions, null, 1),
      ...(!isFirst && { "baseline.json": JSON.stringify({ results: all.baseline }, null, 1) }),
    };
    return {
      declared: null,
      region: "",
      files,
      args: ["--today", all.today],
      count: all.current.length,
      secrets: [],
      expected: () =>
        unreadable.some((one) => plan.traits.includes(one)) ? undecided : decided(seen),
    };
  },
};

const undecided: Expected = { findings: [], unread: ["current.json"], exit: 2 };

const unreadable = ["broken", "absent", "shapeless"];

/** A scanner that was stopped leaves half of a report, one that never began none, and one that failed an excuse. */
function reportOf({ current }: Reports, traits: readonly string[]): string | undefined {
  if (traits.includes("absent")) return undefined;
  if (traits.includes("shapeless")) return JSON.stringify({ error: "The rules are out of reach." });
  const text = JSON.stringify({ results: current }, null, 1);
  return traits.includes("broken") ? text.slice(0, Math.floor(text.length / 2)) : text;
}

function decided({ today, baseline, current, suppressions }: Reports): Expected {
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
