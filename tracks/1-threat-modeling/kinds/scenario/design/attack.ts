import { analyse, type Finding, type Model } from "@loopwright/threat-model";

import { attackFindings } from "../material/limits.ts";

/**
 * Mode design: what the rules say of the learner's own design, worst first, one finding a rule, so that five
 * findings are five different problems. Pure: the page shows what the grader asks about.
 */
export function attackOf(model: Model): Finding[] {
  const seen = new Set<string>();
  const distinct = analyse(model).findings.filter(({ rule, decision }) => {
    if (decision !== null || seen.has(rule.id)) return false;
    seen.add(rule.id);
    return true;
  });
  return distinct.slice(0, attackFindings);
}
