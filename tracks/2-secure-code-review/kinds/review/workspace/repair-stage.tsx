import type { Json } from "@loopwright/core";
import type { StageProps } from "@loopwright/ui";

import type { RepairAnswer } from "../answer.ts";
import type { ReviewBrief } from "../brief.ts";
import type { RepairReveal, ReviewReveal } from "../reveal.ts";
import { EditingStage } from "./repair/editing-stage.tsx";
import { GradedRepair } from "./repair/graded-repair.tsx";

/** Rewriting the code while it is open, the tests and the exemplars afterwards. */
export default function RepairStage(props: StageProps) {
  const brief = props.brief as unknown as ReviewBrief;
  const draft = draftOf(props.draft);
  if (props.state !== "open") {
    const reveal = props.reveal as unknown as RepairReveal | null;
    return <GradedRepair {...props} brief={brief} draft={draft} reveal={reveal} />;
  }
  return (
    <EditingStage
      {...props}
      brief={brief}
      draft={draft}
      review={(props.earlier["review"]?.reveal ?? null) as unknown as ReviewReveal | null}
      onDraft={props.onDraft}
    />
  );
}

/** A draft that another version or a damaged file left in another shape is shown as none. */
function draftOf(draft: Json): RepairAnswer | null {
  const files = (draft as Partial<RepairAnswer> | null)?.files;
  return typeof files === "object" && files !== null ? { files } : null;
}
