import { explainReach, rulesOf, type Rule } from "@loopwright/aws/network";
import type { CriterionPlan, Evidence, Remark, StageResult, Verdict } from "@loopwright/core";
import { judge } from "@loopwright/core";

import type { TraceAnswer } from "../answer.ts";
import type { NetworkBrief, TraceQuestion } from "../brief.ts";
import { flowWords, questionOf } from "../flow.ts";
import type { NetworkKey } from "../key.ts";
import { truthOf } from "./accepted.ts";

const task = 1;

/** Half for yes or no, the whole for the rule that it hangs on. */
export const traceCriteria = ({ questions }: NetworkBrief): CriterionPlan[] =>
  questions.map((question) => ({
    id: `trace-${question.id}`,
    title: flowWords(questionOf(question)),
    weight: 1,
    essential: false,
    task,
  }));

type Input = { brief: NetworkBrief; key: NetworkKey; answer: TraceAnswer };
type Finding = { verdict: Verdict; evidence: Evidence[]; note: string };

export function gradeTrace({ brief, key, answer }: Input): StageResult {
  const names = new Map(rulesOf(brief.network).map((rule) => [rule.id, rule]));
  const found: Record<string, Finding> = {};
  const remarks: Remark[] = [];
  for (const question of brief.questions) {
    const id = `trace-${question.id}`;
    const finding = findingOf({ brief, question, answer, names });
    found[id] = finding;
    const why = key.questions[question.id];
    if (finding.verdict !== "met" && why) {
      remarks.push({ weight: "essential", text: `${question.about}: ${why}`, criterion: id });
    }
  }
  const criteria = judge(traceCriteria(brief), found);
  if (remarks.length === 0) {
    remarks.push({
      weight: "celebratory",
      text: "Every packet was followed to the rule that decides it.",
    });
  }
  const right = criteria.filter(({ verdict }) => verdict === "met").length;
  const unit = `of ${criteria.length}`;
  return {
    criteria,
    remarks,
    measures: [{ id: "traced", title: "Questions right", value: right, unit }],
  };
}

type Judged = {
  brief: NetworkBrief;
  question: TraceQuestion;
  answer: TraceAnswer;
  names: Map<string, Rule>;
};

function findingOf({ brief, question, answer, names }: Judged): Finding {
  const { found, rules } = truthOf(brief.network, question);
  const { summary, lines } = explainReach(questionOf(question), found);
  const evidence: Evidence[] = [{ type: "decision", trace: [summary, ...lines] }];
  const given = Object.hasOwn(answer.answers, question.id)
    ? answer.answers[question.id]
    : undefined;
  if (!given || given.reachable === null)
    return { verdict: "missed", evidence: [], note: "Not answered." };
  const truth = found.reachable ? "Reachable" : "Not reachable";
  if (given.reachable !== found.reachable) {
    return { verdict: "missed", evidence, note: `${truth}.` };
  }
  if (given.rule !== null && rules.includes(given.rule)) {
    return { verdict: "met", evidence, note: `${truth}; ${nameOf(names, given.rule)} decides it.` };
  }
  const said = given.rule === null ? "no rule was named" : `not by ${nameOf(names, given.rule)}`;
  return { verdict: "partly", evidence, note: `${truth}, but ${said}.` };
}

function nameOf(names: Map<string, Rule>, id: string): string {
  const rule = names.get(id);
  return rule ? `${rule.id} (${rule.words})` : id;
}
