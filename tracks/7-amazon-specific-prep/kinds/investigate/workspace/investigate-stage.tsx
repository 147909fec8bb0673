import { entriesOf } from "@loopwright/aws/react";
import type { StageProps } from "@loopwright/ui";

import type { InvestigateBrief, StageName } from "../brief.ts";
import type { InvestigateReveal } from "../reveal.ts";
import { GradedStage } from "./graded-stage.tsx";
import { OpenStage } from "./open-stage.tsx";

/** A terminal in the account while the stage is open; what happened, and what was done, afterwards. */
export default function InvestigateStage(props: StageProps) {
  const brief = props.brief as unknown as InvestigateBrief;
  const stage = props.stageId as StageName;
  if (props.state === "open") return <OpenStage {...props} brief={brief} stage={stage} />;
  const reveal = props.reveal as unknown as InvestigateReveal | null;
  const entries = entriesOf(props.live?.log ?? [], stage);
  return <GradedStage {...props} entries={entries} reveal={reveal} />;
}
