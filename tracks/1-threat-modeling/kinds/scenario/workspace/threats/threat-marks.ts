import type { Grade, Verdict } from "@loopwright/core";
import type { Model } from "@loopwright/threat-model";
import type { Marks } from "@loopwright/threat-model/react";

import type { NamedThreat } from "../../material/answer.ts";
import { threatCriterion } from "../../grading/criteria.ts";
import type { KeyThreat } from "../../material/threats.ts";

type Mark = Marks[string];

const tones: Record<Verdict, Mark["tone"]> = {
  met: "met",
  partly: "partly",
  unsure: "extra",
  missed: "missed",
};
/** What is worst shows where several threats hit one part. */
const worstFirst: readonly Verdict[] = ["missed", "unsure", "partly", "met"];

const verdictOf = (grade: Grade | null, criterion: string): Verdict | undefined =>
  grade?.status === "graded"
    ? grade.criteria.find(({ id }) => id === criterion)?.verdict
    : undefined;

/** On the learner's drawing: where threats were named, and whether one of them was looked for. */
export function threatMarks(
  drawing: Model,
  threats: readonly NamedThreat[],
  grade: Grade | null,
): Marks {
  const marks: Record<string, Mark> = {};
  const proven = provenPlaces(grade);
  for (const { id } of [...drawing.elements, ...drawing.flows, ...drawing.zones]) {
    const named = threats.flatMap(({ targets }, index) => (targets.includes(id) ? index + 1 : []));
    if (named.length === 0) continue;
    const verdict = proven.get(id);
    const tone = verdict === undefined ? "extra" : tones[verdict];
    marks[id] = { tone, note: `threat ${named.join(", ")}` };
  }
  return marks;
}

/** Parts that prove a threat of the key: best verdict first. */
function provenPlaces(grade: Grade | null): ReadonlyMap<string, Verdict> {
  const places = new Map<string, Verdict>();
  if (grade?.status !== "graded") return places;
  for (const { id, verdict, evidence } of grade.criteria) {
    if (!id.startsWith(threatCriterion("")) || verdict === "missed") continue;
    for (const one of evidence) {
      if (one.type === "element" && places.get(one.id) !== "met") places.set(one.id, verdict);
    }
  }
  return places;
}

/** On the reference: where each threat that was looked for lies, and what became of it. */
export function missedMarks(threats: readonly KeyThreat[], grade: Grade | null): Marks {
  const at: Record<string, { verdict: Verdict; titles: string[] }> = {};
  for (const threat of threats) {
    const verdict = verdictOf(grade, threatCriterion(threat.id));
    if (verdict === undefined) continue;
    for (const id of threat.at) {
      const known = Object.hasOwn(at, id) ? at[id]! : { verdict, titles: [] };
      const worst = worstFirst.find((one) => one === known.verdict || one === verdict)!;
      at[id] = { verdict: worst, titles: [...known.titles, threat.title] };
    }
  }
  return Object.fromEntries(
    Object.entries(at).map(([id, { verdict, titles }]) => {
      return [id, { tone: tones[verdict], note: titles.join("; ") }];
    }),
  );
}
