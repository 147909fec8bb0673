import type { Remark } from "@loopwright/core";
import type { Model } from "@loopwright/threat-model";

import type { Comparison } from "./compare.ts";
import { listed, nameIn } from "./naming.ts";
import { leading } from "../grading/remarks.ts";

/** Boundaries come first: a part that is missing hides one threat, a boundary that is missing hides a class. */
export function drawRemarks(compared: Comparison | null, reference: Model): Remark[] {
  if (!compared) {
    const text = `Begin with whoever uses it and what they touch first: ${listed(
      reference.elements.map(({ id }) => id),
      reference,
    )}. Threats need places.`;
    return [{ weight: "essential", text, criterion: "elements" }];
  }
  const remarks = [
    ...boundaryRemark(compared, reference),
    ...missingRemark(compared, reference),
    ...flowRemark(compared, reference),
    ...extraRemark(compared),
  ];
  if (remarks.length > 0) return remarks.slice(0, leading);
  const text = "Every part, flow and crossing is there. Name the data on each flow that crosses.";
  return [{ weight: "celebratory", text }];
}

function boundaryRemark({ boundaries }: Comparison, reference: Model): Remark[] {
  const open = boundaries.crossed.filter(({ pair, credit }) => pair.ends !== null && credit < 1);
  const [first] = open;
  if (!first) return [];
  const also = open.length > 1 ? ` ${open.length - 1} more flows are like it.` : "";
  const text = `Put a boundary where trust changes: ${nameIn(reference, first.pair.flow.id)} crosses one, and ${first.note}.${also} What crosses it is where an attacker begins.`;
  return [{ weight: "essential", text, criterion: "boundaries" }];
}

function missingRemark({ elements }: Comparison, reference: Model): Remark[] {
  if (elements.missing.length === 0) return [];
  const text = `Draw every part that keeps or moves customers' data: ${listed(elements.missing, reference)} was not found. What is not drawn is not examined.`;
  return [{ weight: "actionable", text, criterion: "elements" }];
}

function flowRemark({ flows, mapping }: Comparison, reference: Model): Remark[] {
  const isDrawn = (id: string) => mapping.ownOf(id).length > 0;
  const first = flows.pairs.find(
    ({ flow, credit }) => credit === 0 && isDrawn(flow.source) && isDrawn(flow.target),
  );
  if (!first) return [];
  const text = `Follow the data from end to end: ${nameIn(reference, first.flow.id)} is not drawn, though both ends are. A flow that nobody drew has no authentication that anybody checked.`;
  return [{ weight: "actionable", text, criterion: "flows" }];
}

const noisy = 4;

function extraRemark({ mapping }: Comparison): Remark[] {
  if (mapping.extra.length < noisy) return [];
  const text = `Leave out what the brief does not hold: ${mapping.extra.length} parts stand for nothing in it, and each costs time in the room.`;
  return [{ weight: "informative", text, criterion: "elements" }];
}
