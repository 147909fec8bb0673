import { judge, type Criterion, type Grade, type Ports, type StageResult } from "@loopwright/core";
import { gradeProse, pointCriterion } from "@loopwright/prose";

import type { Replies } from "./answer.ts";
import { criteria, probeCriterion } from "./criteria.ts";
import type { Probe, QuestionKey } from "./key.ts";
import { askedProbes } from "./probing.ts";
import { questionOf } from "./question.ts";

type Input = {
  text: string;
  key: QuestionKey;
  answer: Replies;
  earlier: { answer?: Grade };
  ports: Ports;
};

type Found = Pick<Criterion, "verdict" | "evidence" | "note">;

/** Each reply by the one point that its probe asks for. What was said before is not asked again. */
export async function gradeProbes(input: Input): Promise<StageResult> {
  const { key, answer, earlier } = input;
  const asked = new Set(askedProbes(key, earlier.answer));
  const found: Record<string, Found> = {};
  for (const probe of key.probes) {
    found[probeCriterion(probe.id)] = asked.has(probe)
      ? await judgeReply(probe, answer.replies[probe.id] ?? "", input)
      : saidBefore(probe, earlier.answer);
  }
  const judged = judge(criteria({ stage: "probes", key }), found);
  return { criteria: judged, remarks: remarksOf(key, judged), measures: [] };
}

async function judgeReply(
  probe: Probe,
  reply: string,
  { key, text, ports }: Input,
): Promise<Found> {
  // Against the whole rubric, which tells what is off topic; only the one point counts.
  const question = `${questionOf(text)} ${probe.ask}`;
  const given = { text: reply, rubric: key, question, only: [probe.point] };
  const { criteria: judged } = await gradeProse(given, ports);
  const point = judged.find(({ id }) => id === pointCriterion(probe.point));
  if (!point) return { verdict: "unsure", evidence: [] };
  const { verdict, evidence, note } = point;
  return note === undefined ? { verdict, evidence } : { verdict, evidence, note };
}

function saidBefore({ point }: Probe, answer: Grade | undefined): Found {
  const criteriaOf = answer?.status === "graded" ? answer.criteria : [];
  const made = criteriaOf.find(({ id }) => id === pointCriterion(point));
  return { verdict: "met", evidence: made?.evidence ?? [], note: "said before it was asked" };
}

const remarksOf = (key: QuestionKey, judged: readonly Criterion[]): StageResult["remarks"] =>
  key.probes
    .flatMap(({ id, point }) => {
      const criterion = judged.find((one) => one.id === probeCriterion(id));
      const sought = key.points.find((one) => one.id === point);
      if (!sought || criterion?.verdict === "met") return [];
      const text = `Reply with the one thing that the probe asks for: ${sought.title}. ${sought.why}`;
      return [{ weight: "actionable" as const, text, criterion: probeCriterion(id) }];
    })
    .slice(0, 3);
