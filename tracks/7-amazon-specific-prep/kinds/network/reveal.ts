import { explainReach } from "@loopwright/aws/network";
import type { Revealer } from "@loopwright/core";

import { repairAnswer } from "./answer.ts";
import { flowWords, questionOf } from "./flow.ts";
import type { NetworkKey } from "./key.ts";
import type { NetworkKindOfWork } from "./kind.ts";
import { truthOf } from "./trace/accepted.ts";

/** After the trace: each answer with its way. The repair is still to be done, so its table stays hidden. */
export type TraceReveal = {
  stage: "trace";
  questions: { id: string; reachable: boolean; rules: string[]; lines: string[]; why: string }[];
};

export type RepairReveal = Pick<NetworkKey, "lesson" | "debrief" | "sources"> & {
  stage: "repair";
  flows: { id: string; expect: "open" | "closed"; words: string; why: string }[];
  exemplars: { slug: string; title: string; note: string; tables: Record<string, string> }[];
};

type Input = Parameters<Revealer<NetworkKindOfWork>>[0];

export const reveal: Revealer<NetworkKindOfWork> = (input) => revealed(input);

function revealed({ stage, brief, key, exemplars }: Input): TraceReveal | RepairReveal {
  if (stage === "trace") {
    const questions = brief.questions.map((question) => {
      const { found, rules } = truthOf(brief.network, question);
      const { lines } = explainReach(questionOf(question), found);
      const why = key.questions[question.id] ?? "";
      return { id: question.id, reachable: found.reachable, rules, lines, why };
    });
    return { stage, questions };
  }
  const shown = exemplars.flatMap(({ slug, title, note, answer }) => {
    const parsed = repairAnswer.safeParse(answer.stages["repair"]);
    return parsed.success ? [{ slug, title, note, tables: parsed.data.tables }] : [];
  });
  const { lesson, debrief, sources } = key;
  const flows = key.flows.map((flow) => {
    const { id, expect, why } = flow;
    return { id, expect, words: flowWords(questionOf(flow)), why };
  });
  return { stage, lesson, debrief, sources, flows, exemplars: shown };
}
