import {
  goToField,
  HowTo,
  Refused,
  TextField,
  textOf,
  useSubmitText,
} from "@loopwright/prose/react";
import main from "@loopwright/prose/main.module.css";
import { Button, WorkFrame, type StageProps } from "@loopwright/ui";

import { Asked } from "../asked.tsx";
import { FirstAnswer } from "./first-answer.tsx";

/** Begins empty, with the first answer beside it. */
export function OpenAgain(props: StageProps) {
  const { drill, draft, onDraft, onSubmit, submitting, conditions, earlier } = props;
  const text = textOf(draft);
  const first = textOf(earlier["answer"]?.draft);
  const refused = useSubmitText({ title: "Submit second try", text, submitting, onSubmit });
  const copy = () => {
    onDraft({ text: first });
    goToField();
  };
  return (
    <WorkFrame
      sideLabel="First answer"
      main={
        <div className={main.main}>
          <Asked text={drill.text} />
          <TextField
            label="Second try"
            text={text}
            onText={(next) => onDraft({ text: next })}
            busy={submitting}
            plain={conditions === "interview"}
          />
          {/* Only over an empty field: what was typed is never replaced. */}
          {text === "" && first.trim() !== "" && (
            <div>
              <Button small onClick={copy}>
                Start from the first answer
              </Button>
            </div>
          )}
          <Refused why={refused} />
        </div>
      }
      side={
        <div className={main.side}>
          <FirstAnswer text={first} grade={earlier["answer"]?.grade} />
          <HowTo submits="submit" />
        </div>
      }
    />
  );
}
