import { entriesOf } from "@loopwright/aws/react";
import type { StageProps } from "@loopwright/ui";

import type { AccountBrief, StageName } from "../brief.ts";
import type { AccountReveal } from "../reveal.ts";
import { GradedStage } from "./graded-stage.tsx";
import { OpenStage } from "./open-stage.tsx";

/** A terminal in the account while the stage is open; what was done in it, and the way in, afterwards. */
export default function AccountStage(props: StageProps) {
  const brief = props.brief as unknown as AccountBrief;
  const stage = props.stageId as StageName;
  if (props.state === "open") return <OpenStage {...props} brief={brief} stage={stage} />;
  const reveal = props.reveal as unknown as AccountReveal | null;
  const entries = entriesOf(props.live?.log ?? [], stage);
  return <GradedStage {...props} entries={entries} reveal={reveal} />;
}
