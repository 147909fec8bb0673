import { WorkFrame, type StageProps } from "@loopwright/ui";

import { clarifyDraft } from "../shared/drafts.ts";
import { GradedSide } from "../shared/graded-side.tsx";
import { MainPane } from "../shared/main-pane.tsx";
import { Refused } from "../shared/refused.tsx";
import { TextArea } from "../shared/text-area.tsx";
import { useSubmit } from "../shared/use-submit.ts";
import { Conversation } from "./conversation.tsx";
import { ToldFacts } from "./told-facts.tsx";
import { Written } from "./written.tsx";

/** A conversation with the interviewer, and what is written down of it. */
export const ClarifyStage = (props: StageProps) =>
  props.state === "open" ? <OpenClarify {...props} /> : <GradedClarify {...props} />;

function OpenClarify(props: StageProps) {
  const { draft, onDraft, onSubmit, submitting, conditions, live, brief } = props;
  const written = clarifyDraft(draft);
  const nothing = written.scope.trim() === "" && written.assumptions.trim() === "";
  const refused = useSubmit({
    title: "Submit scope",
    problem:
      nothing && (live?.log.length ?? 0) === 0
        ? "Nothing was asked or written yet. To leave this stage, skip it beside the brief."
        : null,
    submitting,
    onSubmit,
  });
  const field = { busy: submitting, plain: conditions === "interview" };
  return (
    <WorkFrame
      sideLabel="Scope and assumptions"
      main={
        <MainPane label="Conversation">
          <Conversation brief={brief} live={live} busy={submitting} plain={field.plain} />
        </MainPane>
      }
      side={
        <Written>
          <TextArea
            label="Scope"
            hint="What is looked at, what is not, what must never happen."
            rows={5}
            text={written.scope}
            onText={(scope) => onDraft({ ...written, scope })}
            {...field}
          />
          <TextArea
            label="Assumptions"
            hint="One a line. Each can be attacked later."
            rows={5}
            text={written.assumptions}
            onText={(assumptions) => onDraft({ ...written, assumptions })}
            {...field}
          />
          <Refused why={refused} />
        </Written>
      }
    />
  );
}

function GradedClarify(props: StageProps) {
  const { draft, live, brief, reveal } = props;
  const written = clarifyDraft(draft);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <MainPane label="The conversation and what was written">
          <Conversation brief={brief} live={live} over />
          <Written>
            <Said title="Scope" text={written.scope} />
            <Said title="Assumptions" text={written.assumptions} />
          </Written>
          <ToldFacts reveal={reveal} />
        </MainPane>
      }
      side={<GradedSide {...props} title="Clarify" />}
    />
  );
}

const Said = ({ title, text }: { title: string; text: string }) => (
  <section>
    <h3>{title}</h3>
    <p style={{ whiteSpace: "pre-wrap" }}>{text.trim() || "Nothing was written."}</p>
  </section>
);
