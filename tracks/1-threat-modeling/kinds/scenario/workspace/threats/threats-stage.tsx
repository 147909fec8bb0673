import type { Model } from "@loopwright/threat-model";
import { useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useMemo } from "react";

import type { ThreatsAnswer } from "../../material/answer.ts";
import type { ScenarioBrief } from "../../material/brief.ts";
import { readDrawing } from "../../drawing/read.ts";
import { drawDraft, threatsDraft } from "../shared/drafts.ts";
import { DrawingEditor } from "../shared/drawing-editor.tsx";
import { MainPane } from "../shared/main-pane.tsx";
import { ownDrawing, ownParts } from "../shared/own-drawing.ts";
import { Refused } from "../shared/refused.tsx";
import { Twist, twistOf } from "../shared/twist.tsx";
import { useSubmit } from "../shared/use-submit.ts";
import { DrawingView } from "./drawing-view.tsx";
import { GradedThreats } from "./graded-threats.tsx";
import { HowToSay } from "./how-to-say.tsx";
import { Replies } from "./replies.tsx";
import { ThreatList } from "./threat-list.tsx";
import { useThreatList } from "./use-threat-list.ts";

/** Threats of the learner's own drawing; in mode design the rules' findings on it come first. */
export const ThreatsStage = (props: StageProps) =>
  props.state === "open" ? <OpenThreats {...props} /> : <GradedThreats {...props} />;

function OpenThreats(props: StageProps) {
  const { draft, onDraft, onSubmit, submitting, conditions, earlier } = props;
  const answer = threatsDraft(draft);
  const designed = useMemo(() => ownDrawing(earlier), [earlier]);
  const drawing = useMemo(
    () => (answer.model === undefined ? designed : readDrawing(answer.model).model),
    [designed, answer.model],
  );
  const list = useThreatList(answer.threats, (threats) => onDraft({ ...answer, threats }));
  const refused = useSubmit({
    title: "Submit threats",
    problem:
      answer.threats.length + answer.replies.length === 0
        ? "No threat is written yet. To leave this stage, skip it beside the brief."
        : null,
    submitting,
    onSubmit,
  });
  useActions([
    { id: "threat.add", title: "Add a threat", keys: "a", group: "This scenario", run: list.add },
  ]);
  const field = { busy: submitting, plain: conditions === "interview" };
  return (
    <WorkFrame
      sideLabel="How a threat is said"
      main={
        <MainPane label="Threats">
          <Twist text={twistOf(earlier)} />
          <Drawn {...props} answer={answer} designed={designed} />
          <ThreatList threats={answer.threats} parts={ownParts(drawing)} list={list} {...field} />
          <Refused why={refused} />
        </MainPane>
      }
      side={<HowToSay count={answer.threats.length} />}
    />
  );
}

type DrawnProps = StageProps & { answer: ThreatsAnswer; designed: Model };

/** The drawing to look at; a design is attacked by the rules, and may be changed in answer to them. */
function Drawn({ answer, designed, onDraft, ...props }: DrawnProps) {
  const { brief, earlier, submitting, conditions } = props;
  if ((brief as unknown as ScenarioBrief).mode !== "design")
    return <DrawingView model={designed} />;
  return (
    <>
      <Replies
        model={designed}
        replies={answer.replies}
        onReplies={(replies) => onDraft({ ...answer, replies })}
        busy={submitting}
        plain={conditions === "interview"}
      />
      <DrawingEditor
        text={answer.model ?? drawDraft(earlier["draw"]?.draft ?? null).model}
        onText={(model) => onDraft({ ...answer, model })}
        busy={submitting}
      />
    </>
  );
}
