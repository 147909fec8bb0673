import { leftDesk, wasChanged } from "@loopwright/aws/desk";
import { adviceOn, judge, openLive, type Grader, type StageResult } from "@loopwright/core";

import { judged } from "../../goals/judged.ts";
import { criteria } from "./criteria.ts";
import type { InvestigateKindOfWork } from "./kind.ts";
import { start, step } from "./live.ts";
import { judgeFind } from "./questions/judge-find.ts";

export { criteria } from "./criteria.ts";

type Input = Parameters<Grader<InvestigateKindOfWork>>[0];

/** What was found is held against the past; what was done is tried in copies of the account. */
export const grade: Grader<InvestigateKindOfWork> = async (input) => {
  if (input.stage === "contain") return gradeContainment(input);
  const { brief, key, answer } = input;
  const findings = judgeFind(input, answer.answers);
  const isMet = (id: string) => findings[id]?.verdict === "met";
  return {
    criteria: judge(criteria(input), findings),
    // The lesson would tell what is to be done next.
    remarks: adviceOn(brief.questions, { ...key, lesson: null }, isMet),
    measures: [],
  };
};

async function gradeContainment(input: Input): Promise<StageResult> {
  const { brief, key, files, text, seed, stage, actions, ports } = input;
  const material = { brief, key, files, text, seed };
  const { terminal, close } = await leftDesk({
    material,
    stage,
    actions,
    open: (log) => openLive({ start, step }, material, { log, ports }),
  });
  try {
    const plans = criteria(input);
    const findings = await judged(plans, key.goals, { terminal, idle: !wasChanged(terminal) });
    const calls = terminal.world.log.length;
    return {
      criteria: judge(plans, findings),
      remarks: adviceOn(brief.goals, key, (id) => findings[id]?.verdict === "met"),
      measures: [{ id: "calls", title: "Calls made", value: calls, unit: "calls" }],
    };
  } finally {
    await close();
  }
}
