import type { Model } from "@loopwright/threat-model";
import type { Marks } from "@loopwright/threat-model/react";

import { compareDrawing } from "../../drawing/compare.ts";
import type { DrawReveal } from "../../reveal.ts";

type Marked = { own: Marks; reference: Marks };

/** What matched, is missing or goes beyond, on the learner's drawing and on the reference. */
export function marksOf(model: Model, reveal: DrawReveal): Marked | null {
  const { reference, synonyms, optional } = reveal;
  if (reference === null) return null;
  const { mapping, elements, flows, boundaries } = compareDrawing(model, {
    reference,
    synonyms,
    optional,
  });
  const nameOf = (id: string) => reference.elements.find((one) => one.id === id)?.name ?? id;
  const own: Record<string, Marks[string]> = {};
  for (const [id, stands] of mapping.pairs)
    own[id] = { tone: "met", note: `stands for ${nameOf(stands)}` };
  for (const [id, stands] of mapping.splits)
    own[id] = { tone: "met", note: `part of ${nameOf(stands)}` };
  for (const id of mapping.extra) own[id] = { tone: "extra", note: "beyond the reference" };
  for (const id of flows.extra) own[id] = { tone: "extra", note: "beyond the reference" };
  for (const { own: ids, credit } of flows.pairs) {
    for (const id of ids) {
      own[id] = credit === 1 ? { tone: "met", note: "as it flows" } : turned;
    }
  }
  for (const { pair, credit, note } of boundaries.crossed) {
    if (credit === 1) continue;
    for (const id of pair.own) own[id] = { tone: "partly", note };
  }
  const missing = [...elements.missing, ...unpaired(flows.pairs)];
  const marks = missing.map((id) => [id, { tone: "missed", note: "not drawn" }] as const);
  return { own, reference: Object.fromEntries(marks) };
}

const turned = { tone: "partly", note: "drawn the other way round" } as const;

const unpaired = (pairs: readonly { flow: { id: string }; credit: number }[]): string[] =>
  pairs.filter(({ credit }) => credit === 0).map(({ flow }) => flow.id);
