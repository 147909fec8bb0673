import { shownPerElement } from "../../rules/index.ts";
import type { Analysis, Finding } from "../../rules/finding.ts";
import type { StrideCategory } from "../../model/words.ts";

export type FindingFilter = {
  state: "open" | "settled" | "all";
  severity: "any" | Finding["score"]["severity"];
  /** None: all of them. */
  stride: readonly StrideCategory[];
  /** Id of the one element or flow that is looked at. */
  subject: string | null;
};

export const noFilter: FindingFilter = {
  state: "open",
  severity: "any",
  stride: [],
  subject: null,
};

/** The findings on one element or flow, best first. */
export type FindingGroup = {
  subject: string;
  on: Finding["on"];
  findings: Finding[];
  /** How many of them come after the first five. */
  more: number;
};

/** Somebody has said what comes of it: a decision, or a threat of the model. */
export const isSettled = ({ decision, threat }: Finding): boolean =>
  decision !== null || threat !== null;

/**
 * What fits the filter, by element, the element with the highest score first. `kept` is shown in any case:
 * what was decided a moment ago does not vanish under the hand.
 */
export function groupsOf(
  { findings }: Pick<Analysis, "findings">,
  filter: FindingFilter,
  kept: string | null = null,
): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    if (finding.id !== kept && !fits(finding, filter)) continue;
    const group = groups.get(finding.subject) ?? emptyGroup(finding);
    group.findings.push(finding);
    group.more = Math.max(0, group.findings.length - shownPerElement);
    groups.set(finding.subject, group);
  }
  return [...groups.values()];
}

const emptyGroup = ({ subject, on }: Finding): FindingGroup => ({
  subject,
  on,
  findings: [],
  more: 0,
});

function fits(finding: Finding, { state, severity, stride, subject }: FindingFilter): boolean {
  if (state !== "all" && isSettled(finding) !== (state === "settled")) return false;
  if (severity !== "any" && finding.score.severity !== severity) return false;
  if (stride.length > 0 && !stride.includes(finding.stride)) return false;
  return subject === null || finding.subject === subject;
}
