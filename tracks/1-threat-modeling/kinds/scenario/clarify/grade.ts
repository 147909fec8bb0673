import { judge, type RecordedAction, type StageResult } from "@loopwright/core";

import type { Ask, ClarifyAnswer } from "../material/answer.ts";
import { hear } from "./hear.ts";
import { criteria, scopeCriterion, topicCriterion } from "../grading/criteria.ts";
import type { Topic } from "../material/key.ts";
import { hearPoints, joined, judgePoints, reason, type Found } from "../grading/prose.ts";
import { clarifyRemarks } from "./remarks.ts";
import type { Input } from "../grade.ts";

type Given = Input & { answer: ClarifyAnswer; actions: readonly RecordedAction<Ask>[] };

/** What was asked in the conversation, and what was written down as an assumption instead. */
export async function gradeClarify(input: Given): Promise<StageResult> {
  const { key, answer, actions, text, ports } = input;
  const topics = key.clarify?.topics ?? [];
  const asked = askedAbout(actions, topics, text);
  const assumed = assumedIn(answer.assumptions, topics, text);
  const found: Record<string, Found> = {};
  for (const topic of topics) {
    found[topicCriterion(topic.id)] = asked.get(topic.id) ?? assumed(topic);
  }
  const points = key.clarify?.scope ?? [];
  // Which of the two fields it was written into is a matter of form.
  const scope = joined([answer.scope, answer.assumptions]);
  const judged = await judgePoints({ text: scope, points, question: text }, ports);
  for (const { id, why } of points) {
    // Assumptions may hold it; without a scope of its own they are not taken for one that was misheard.
    const unheard = answer.scope.trim() === "" && judged[id]!.verdict === "unsure";
    found[scopeCriterion(id)] = unheard
      ? { verdict: "missed", evidence: [reason(why)] }
      : judged[id]!;
  }
  const result = judge(criteria({ ...input, stage: "clarify" }), found);
  return {
    criteria: result,
    remarks: clarifyRemarks(key, result),
    measures: [
      { id: "questions", title: "Questions asked", value: actions.length, unit: "questions" },
      { id: "topics", title: "Topics answered", value: asked.size, unit: `of ${topics.length}` },
    ],
  };
}

/** By topic, the question that first got its answer. */
function askedAbout(
  actions: Given["actions"],
  topics: readonly Topic[],
  question: string,
): Map<string, Found> {
  const asked = new Map<string, Found>();
  actions.forEach(({ body: { ask } }, index) => {
    for (const { id } of hear(ask, topics, question).topics) {
      if (asked.has(id)) continue;
      const evidence = [{ type: "quote" as const, text: ask, start: 0, end: ask.length }];
      asked.set(id, { verdict: "met", note: `asked in question ${index + 1}`, evidence });
    }
  });
  return asked;
}

/** An assumption that was written down does as well: nobody in the room knows everything. */
function assumedIn(assumptions: string, topics: readonly Topic[], question: string) {
  const { findings, read } = hearPoints({ text: joined([assumptions]), points: topics, question });
  return ({ id, why }: Topic): Found => {
    const said = findings.find(({ point }) => point === id);
    if (said && (said.kind === "found" || said.kind === "denied")) {
      const evidence = [{ type: "quote" as const, ...said.quote }];
      return { verdict: "met", note: "written down as an assumption", evidence };
    }
    const near = said?.kind === "open" ? said.near : null;
    if (near && read) {
      const evidence = [{ type: "quote" as const, ...near }, reason("The closest assumption.")];
      return { verdict: "unsure", note: "never asked; was it assumed?", evidence };
    }
    return { verdict: "missed", note: "neither asked nor assumed", evidence: [reason(why)] };
  };
}
