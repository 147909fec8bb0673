import { Button, useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useMemo } from "react";

import type { ScenarioBrief } from "../../brief.ts";
import { readDrawing } from "../../drawing.ts";
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
import { ThreatCard } from "./threat-card.tsx";
import styles from "./threats.module.css";
import { useThreatList } from "./use-threat-list.ts";

/** Threats of the learner's own drawing; in mode design the rules' findings on it come first. */
export const ThreatsStage = (props: StageProps) =>
  props.state === "open" ? <OpenThreats {...props} /> : <GradedThreats {...props} />;

function OpenThreats(props: StageProps) {
  const { draft, onDraft, onSubmit, submitting, conditions, earlier, brief } = props;
  const answer = threatsDraft(draft);
  const designed = useMemo(() => ownDrawing(earlier), [earlier]);
  const drawing = useMemo(
    () => (answer.model === undefined ? designed : readDrawing(answer.model).model),
    [designed, answer.model],
  );
  const list = useThreatList(answer.threats, (threats) => onDraft({ ...answer, threats }));
  const designs = (brief as unknown as ScenarioBrief).mode === "design";
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
          {designs ? (
            <>
              <Replies
                model={designed}
                replies={answer.replies}
                onReplies={(replies) => onDraft({ ...answer, replies })}
                {...field}
              />
              <DrawingEditor
                text={answer.model ?? drawDraft(earlier["draw"]?.draft ?? null).model}
                onText={(model) => onDraft({ ...answer, model })}
                busy={submitting}
              />
            </>
          ) : (
            <DrawingView model={designed} />
          )}
          <ol className={styles.list}>
            {answer.threats.map((threat, index) => (
              <ThreatCard
                key={threat.id}
                number={index + 1}
                threat={threat}
                parts={ownParts(drawing)}
                onThreat={list.change}
                onRemove={() => list.remove(threat.id)}
                {...field}
              />
            ))}
          </ol>
          <div className={styles.below}>
            <Button keys="a" onClick={list.add} disabled={submitting}>
              Add a threat
            </Button>
            {list.removed && (
              <Button look="quiet" onClick={list.undo}>
                Undo the removal
              </Button>
            )}
          </div>
          <Refused why={refused} />
        </MainPane>
      }
      side={<HowToSay count={answer.threats.length} />}
    />
  );
}
