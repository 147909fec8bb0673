import type { StageProps } from "@loopwright/ui";

import type { ReviewAnswer } from "../answer.ts";
import type { ReviewBrief } from "../brief.ts";
import type { ReviewReveal } from "../reveal.ts";
import { GradedStage } from "./graded/graded-stage.tsx";
import { MarkingStage } from "./marking/marking-stage.tsx";

/** Marking while it is open, the grade on the same lines afterwards. */
export function ReviewStage(props: StageProps) {
  const brief = props.brief as unknown as ReviewBrief;
  const draft = props.draft as unknown as ReviewAnswer | null;
  if (props.state !== "open") {
    const reveal = props.reveal as unknown as ReviewReveal | null;
    return <GradedStage {...props} brief={brief} draft={draft} reveal={reveal} />;
  }
  return <MarkingStage {...props} brief={brief} draft={draft} onDraft={props.onDraft} />;
}
