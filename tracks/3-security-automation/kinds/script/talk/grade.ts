import type { AnswerOf, Criterion, Ports, Remark, StageResult } from "@loopwright/core";
import { gradeProse, type GradedProse } from "@loopwright/prose";

import type { ScriptBrief } from "../brief.ts";
import type { ScriptKey, Talked } from "../key.ts";
import type { ScriptKind } from "../kind.ts";
import { ofQuestion } from "./criteria.ts";

type Input = {
  brief: ScriptBrief;
  key: ScriptKey;
  answer: AnswerOf<ScriptKind, "talk">;
  ports: Pick<Ports, "prose">;
};

/** Each reply by the points that its question waits for; style is not judged. */
export async function gradeTalk({ brief, key, answer, ports }: Input): Promise<StageResult> {
  const criteria: Criterion[] = [];
  const remarks: Remark[] = [];
  for (const { id, ask } of brief.talk ?? []) {
    const rubric = key.talk!.questions[id]!;
    const given = { text: answer.replies[id] ?? "", rubric, question: ask };
    const graded = await gradeProse(given, ports);
    criteria.push(...graded.criteria.map((one) => ofQuestion(id, one)));
    remarks.push(...remarkOn(graded, rubric));
  }
  return { criteria, remarks, measures: [] };
}

/** One for each reply: the error that it states, or the heaviest point that it leaves out. */
function remarkOn({ coverage }: GradedProse, { points }: Talked): Remark[] {
  const [stated] = coverage.errors;
  if (stated) {
    const { says, instead } = stated.misconception;
    return [{ weight: "essential", text: `Correct this first: “${says}” ${instead}` }];
  }
  const open = points.filter(({ id }) =>
    coverage.findings.some((one) => one.point === id && one.kind !== "found"),
  );
  const [heaviest] = open.toSorted((a, b) => b.weight - a.weight);
  return heaviest
    ? [{ weight: "actionable", text: `Say outright: ${heaviest.title}. ${heaviest.why}` }]
    : [];
}
