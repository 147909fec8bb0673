import { leftDesk, wasChanged } from "@loopwright/aws/desk";
import { adviceOn, judge, openLive, type Grader } from "@loopwright/core";

import { judged } from "../../goals/judged.ts";
import { isFollowed } from "./brief.ts";
import { criteria } from "./criteria.ts";
import type { AccountKindOfWork } from "./kind.ts";
import { start, step } from "./live.ts";

export { criteria } from "./criteria.ts";

/** Looks at what was called, and tries in copies of the account what must work and what must not. */
export const grade: Grader<AccountKindOfWork> = async (input) => {
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
    // Reaching proves itself.
    const idle = stage === "close" && !wasChanged(terminal);
    const findings = await judged(plans, key.goals, { terminal, idle });
    const goals = brief.goals.filter((goal) => goal.stage === stage);
    const lesson = isFollowed(brief, stage) ? null : key.lesson;
    return {
      criteria: judge(plans, findings),
      remarks: adviceOn(goals, { ...key, lesson }, (id) => findings[id]?.verdict === "met"),
      measures: [
        { id: "calls", title: "Calls made", value: terminal.world.log.length, unit: "calls" },
      ],
    };
  } finally {
    await close();
  }
};
