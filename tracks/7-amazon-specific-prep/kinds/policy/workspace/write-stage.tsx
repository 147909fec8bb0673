import type { Json } from "@loopwright/core";
import type { StageProps } from "@loopwright/ui";

import type { WriteAnswer } from "../answer.ts";
import type { PolicyBrief } from "../brief.ts";
import type { PolicyReveal } from "../reveal.ts";
import { EditingStage } from "./editing/editing-stage.tsx";
import { GradedStage } from "./graded/graded-stage.tsx";

/** Writing the policies while the stage is open; the hidden table and the exemplars afterwards. */
export default function WriteStage(props: StageProps) {
  const brief = props.brief as unknown as PolicyBrief;
  const draft = draftOf(props.draft);
  if (props.state === "open") return <EditingStage {...props} brief={brief} draft={draft} />;
  const reveal = props.reveal as unknown as PolicyReveal | null;
  return <GradedStage {...props} brief={brief} draft={draft} reveal={reveal} />;
}

/** A draft that another version or a damaged file left in another shape is shown as none. */
function draftOf(draft: Json): WriteAnswer | null {
  const documents = (draft as Partial<WriteAnswer> | null)?.documents;
  const fits = typeof documents === "object" && documents !== null;
  return fits && Object.values(documents).every((text) => typeof text === "string")
    ? { documents }
    : null;
}
