import type { Measure } from "@loopwright/core";
import { styleMeasures, type Coverage } from "@loopwright/prose";

import type { QuestionBrief } from "./brief.ts";

/** Figures beside the verdicts; none of them is scored. */
export function measuresOf({
  coverage: { findings },
  text,
  audience,
}: {
  coverage: Coverage;
  text: string;
  audience: QuestionBrief["audience"];
}): Measure[] {
  const found = findings.filter(({ kind }) => kind === "found").length;
  return [
    { id: "points", title: "Points found", value: found, unit: `of ${findings.length}` },
    ...styleMeasures(text, audience),
  ];
}
