import { defineDocument } from "@loopwright/core";
import { analyse, model, parseLines, standingIn } from "@loopwright/threat-model";

import type { Summary } from "./summary.ts";

/** A threat model that the learner keeps. */
export const document = defineDocument({
  id: "threat-model",
  title: "Threat model",
  schema: model,
  format: 1,
  migrate: (body) => body,
  fromText: (text) => {
    const { model: drawn, problems } = parseLines(text);
    return problems.length === 0 && drawn.flows.length > 0 ? drawn : null;
  },
  analyse: (kept): Summary => {
    const standing = standingIn(kept);
    const open = analyse(kept).findings.filter((one) => standing(one) === "open");
    const of = (severity: string) => open.filter(({ score }) => score.severity === severity).length;
    return {
      elements: kept.elements.length,
      flows: kept.flows.length,
      threats: kept.threats.length,
      open: { high: of("high"), medium: of("medium"), low: of("low") },
    };
  },
});
