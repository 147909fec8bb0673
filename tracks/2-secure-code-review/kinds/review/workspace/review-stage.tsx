import type { Json } from "@loopwright/core";
import type { StageProps } from "@loopwright/ui";
import { lazy, Suspense } from "react";

import type { ReviewAnswer } from "../answer.ts";
import type { ReviewBrief } from "../brief.ts";
import type { ReviewReveal } from "../reveal.ts";
import type { Changes } from "./change/file-diff.ts";
import { GradedStage } from "./graded/graded-stage.tsx";
import { MarkingStage } from "./marking/marking-stage.tsx";

const Diffed = lazy(() => import("./change/diffed.tsx"));

/** Marking while it is open, the grade on the same lines afterwards. */
export function ReviewStage(props: StageProps) {
  const brief = props.brief as unknown as ReviewBrief;
  if (!brief.change) return <Stage {...props} changes={null} />;
  return (
    <Suspense fallback={<p role="status">Comparing the two versions…</p>}>
      <Diffed brief={brief} files={props.files}>
        {(changes) => <Stage {...props} changes={changes} />}
      </Diffed>
    </Suspense>
  );
}

function Stage(props: StageProps & { changes: Changes | null }) {
  const brief = props.brief as unknown as ReviewBrief;
  const draft = draftOf(props.draft);
  if (props.state !== "open") {
    const reveal = props.reveal as unknown as ReviewReveal | null;
    return <GradedStage {...props} brief={brief} draft={draft} reveal={reveal} />;
  }
  return <MarkingStage {...props} brief={brief} draft={draft} onDraft={props.onDraft} />;
}

/** A draft that another version or a damaged file left in another shape is shown as none. */
function draftOf(draft: Json): ReviewAnswer | null {
  const { findings, triage, seen } = (draft ?? {}) as Partial<ReviewAnswer>;
  if (!Array.isArray(findings)) return null;
  return {
    findings,
    ...(typeof triage === "object" && { triage }),
    ...(Array.isArray(seen) && { seen }),
  };
}
