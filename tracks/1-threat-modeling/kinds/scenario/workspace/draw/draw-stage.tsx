import { WorkFrame, type StageProps } from "@loopwright/ui";

import type { ScenarioBrief } from "../../material/brief.ts";
import { drawDraft } from "../shared/drafts.ts";
import { DrawingEditor } from "../shared/drawing-editor.tsx";
import { Refused } from "../shared/refused.tsx";
import { useSubmit } from "../shared/use-submit.ts";
import { AsKnown } from "./as-known.tsx";
import { GradedDraw } from "./graded-draw.tsx";

/** The system as the learner draws it, types it, or changes it. */
export const DrawStage = (props: StageProps) =>
  props.state === "open" ? <OpenDraw {...props} /> : <GradedDraw {...props} />;

function OpenDraw(props: StageProps) {
  const { draft, onDraft, onSubmit, submitting, earlier } = props;
  const begun = startOf(props);
  const { model } = draft === null ? { model: begun } : drawDraft(draft);
  const refused = useSubmit({
    title: "Submit drawing",
    problem:
      model.trim() === "" || model === begun
        ? "Nothing is drawn or changed yet. To leave this stage, skip it beside the brief."
        : null,
    submitting,
    onSubmit,
  });
  return (
    <WorkFrame
      sideLabel="What is known"
      main={
        <DrawingEditor text={model} onText={(next) => onDraft({ model: next })} busy={submitting} />
      }
      side={
        <>
          <Refused why={refused} />
          <AsKnown brief={props.brief} earlier={earlier} live={props.live} />
        </>
      }
    />
  );
}

/** Mode update begins with the model as it stands. */
function startOf({ brief, files }: StageProps): string {
  const { model } = brief as unknown as ScenarioBrief;
  return model === undefined ? "" : (files[model] ?? "");
}
