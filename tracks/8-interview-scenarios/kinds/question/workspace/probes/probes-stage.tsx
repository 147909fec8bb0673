import { GradedReplies, OpenReplies } from "@loopwright/prose/react";
import main from "@loopwright/prose/main.module.css";
import type { StageProps } from "@loopwright/ui";

import { probesOf, reviewedOf } from "../reveals.ts";
import { NothingLeft } from "./nothing-left.tsx";
import { ShownProbes } from "./shown-probes.tsx";

const isOf = (criterion: string, probe: string): boolean => criterion === `probe-${probe}`;

/** What the interviewer asks next, one question after another. */
export function ProbesStage(props: StageProps) {
  const probes = probesOf(props.earlier["answer"]?.reveal);
  const reviewed = reviewedOf(props.reveal);
  const asked = { asked: probes ?? [], noun: "probe" };
  if (props.state === "given-up" && reviewed) {
    return <ShownProbes {...props} probes={probes ?? []} reviewed={reviewed} />;
  }
  if (props.state !== "open") {
    const nothing = asked.asked.length === 0 && (
      <h2 className={main.title}>Nothing left to ask: every point was made</h2>
    );
    return <GradedReplies {...props} {...asked} title="Probes" isOf={isOf} after={nothing} />;
  }
  if (probes === null || probes.length === 0) return <NothingLeft {...props} />;
  return <OpenReplies {...props} {...asked} />;
}
