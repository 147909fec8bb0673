import { GradePanel, useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { TraceAnswer } from "../../answer.ts";
import type { NetworkBrief } from "../../brief.ts";
import type { TraceReveal } from "../../reveal.ts";
import { traceDraft } from "../drafts.ts";
import { Estate } from "../estate/estate.tsx";
import { Rules } from "../estate/rules.tsx";
import { Explained } from "./explained.tsx";
import { Questions } from "./questions.tsx";
import styles from "./trace.module.css";

type Answers = TraceAnswer["answers"];

/** Questions beside the network; a rule is chosen there for the question that is at hand. */
export default function TraceStage(props: StageProps) {
  const brief = props.brief as unknown as NetworkBrief;
  const answers = traceDraft(props.draft);
  if (props.state !== "open") return <GradedTrace {...props} brief={brief} answers={answers} />;
  return <OpenTrace {...props} brief={brief} answers={answers} />;
}

type Open = Pick<StageProps, "onDraft" | "onSubmit" | "submitting"> & {
  brief: NetworkBrief;
  answers: Answers;
};

function OpenTrace({ brief, answers, onDraft, onSubmit, submitting }: Open) {
  const [at, setAt] = useState(brief.questions[0]?.id ?? "");
  const [refused, setRefused] = useState(false);
  const missing = brief.questions.filter(({ id }) => typeof answers[id]?.reachable !== "boolean");
  const put = (id: string, answer: Answers[string]) =>
    onDraft({ answers: { ...answers, [id]: answer } });
  const given = Object.hasOwn(answers, at) ? answers[at] : undefined;
  const choose = (rule: string) => {
    put(at, { reachable: given?.reachable ?? null, rule: given?.rule === rule ? null : rule });
  };
  useActions([
    {
      id: "stage.submit",
      title: "Submit trace",
      keys: "Mod+Enter",
      group: "This drill",
      enabled: !submitting,
      run: () => {
        if (missing.length > 0) return setRefused(true);
        // The shell says what failed.
        void onSubmit().catch(() => undefined);
      },
    },
  ]);
  return (
    <WorkFrame
      sideLabel="Questions"
      main={
        <Estate
          network={brief.network}
          renderTable={(id, rules) => (
            <Rules at={id} rules={rules} chosen={given?.rule ?? null} onChoose={choose} />
          )}
        />
      }
      side={
        <>
          {refused && missing.length > 0 && (
            <p role="alert" className={styles.refused}>
              {missing.length} of {brief.questions.length} have no answer yet.
            </p>
          )}
          <Questions {...{ brief, answers, at }} onAt={setAt} onAnswer={put} />
        </>
      }
    />
  );
}

type Graded = Pick<StageProps, "grade" | "stageId" | "contests" | "onContest" | "reveal"> & {
  brief: NetworkBrief;
  answers: Answers;
};

function GradedTrace({ brief, answers, grade, stageId, contests, onContest, reveal }: Graded) {
  const truth = reveal as unknown as TraceReveal | null;
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <>
          {truth && <Explained questions={brief.questions} truth={truth} answers={answers} />}
          <Estate
            network={brief.network}
            renderTable={(id, rules) => <Rules at={id} rules={rules} />}
          />
        </>
      }
      side={
        grade ? (
          <GradePanel
            title="Trace graded"
            grade={grade}
            stage={stageId}
            {...{ contests, onContest }}
          />
        ) : (
          <p>Nothing was graded.</p>
        )
      }
    />
  );
}
