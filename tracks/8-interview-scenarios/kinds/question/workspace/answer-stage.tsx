import {
  Coverage,
  GradeSide,
  HowTo,
  MainPane,
  Refused,
  TextField,
  textOf,
  useMarks,
  useSubmitText,
} from "@loopwright/prose/react";
import styles from "@loopwright/prose/main.module.css";
import { WorkFrame, type StageProps } from "@loopwright/ui";

import { Asked } from "./asked.tsx";
import { reviewedOf } from "./reveals.ts";
import { Reviewed } from "./reviewed/reviewed.tsx";

/** The question, answered while it is open; afterwards which sentence makes which point. */
export const AnswerStage = (props: StageProps) =>
  props.state === "open" ? <OpenAnswer {...props} /> : <GradedAnswer {...props} />;

function OpenAnswer({ drill, draft, onDraft, onSubmit, submitting, conditions }: StageProps) {
  const text = textOf(draft);
  const refused = useSubmitText({ title: "Submit answer", text, submitting, onSubmit });
  return (
    <WorkFrame
      sideLabel="How to answer"
      main={
        <div className={styles.main}>
          <Asked text={drill.text} />
          <TextField
            label="Answer"
            text={text}
            onText={(next) => onDraft({ text: next })}
            busy={submitting}
            plain={conditions === "interview"}
          />
          <Refused why={refused} />
        </div>
      }
      side={<HowTo submits="submit" />}
    />
  );
}

function GradedAnswer(props: StageProps) {
  const { drill, draft, grade, reveal, state } = props;
  const text = textOf(draft);
  const reviewed = reviewedOf(reveal);
  const marks = useMarks(grade);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The answer and its points">
          <Asked text={drill.text} />
          {(text.trim() !== "" || !reviewed) && (
            <Coverage title="Answer" text={text} grade={grade} marks={marks} state={state} />
          )}
          {reviewed && <Reviewed reveal={reviewed} />}
        </MainPane>
      }
      side={<GradeSide {...props} title="Answer" links={marks.links} />}
    />
  );
}
