import type { Model } from "@loopwright/threat-model";
import type { Marks } from "@loopwright/threat-model/react";

import type { NamedThreat } from "../../answer.ts";

/** Which parts of the drawing a threat was named at, and which none was. */
export function threatMarks(drawing: Model, threats: readonly NamedThreat[]): Marks {
  const marks: Record<string, Marks[string]> = {};
  for (const { id } of [...drawing.elements, ...drawing.flows]) {
    const named = threats.flatMap(({ targets }, index) => (targets.includes(id) ? index + 1 : []));
    if (named.length > 0) marks[id] = { tone: "extra", note: `threat ${named.join(", ")}` };
  }
  return marks;
}
