import { PolicyEditor } from "@loopwright/aws/react";
import type { Files } from "@loopwright/core";
import { GradePanel, InlineCode, Tabs, WorkFrame, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { WriteAnswer } from "../../answer.ts";
import type { PolicyBrief } from "../../brief.ts";
import { textsOf, type Texts } from "../../documents.ts";
import type { PolicyReveal } from "../../reveal.ts";
import styles from "../policy.module.css";
import { DecidedTable } from "./decided-table.tsx";

type GradedStageProps = Pick<
  StageProps,
  "grade" | "stageId" | "state" | "contests" | "onContest"
> & { brief: PolicyBrief; files: Files; draft: WriteAnswer | null; reveal: PolicyReveal | null };

/** The stage once it is over: every request of the table, what was submitted, and documents that hold. */
export function GradedStage(props: GradedStageProps) {
  const { brief, files, draft, reveal } = props;
  const [shown, setShown] = useState("requests");
  const submitted = textsOf({ brief, files }, draft);
  const exemplars = reveal?.exemplars ?? [];
  const exemplar = exemplars.find(({ slug }) => slug === shown);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <div className={styles.work}>
          <Tabs
            label="After the grade"
            tabs={[
              { id: "requests", title: "Requests" },
              { id: "submitted", title: "Submitted" },
              ...exemplars.map(({ slug, title }) => ({ id: slug, title })),
            ]}
            chosen={shown}
            onChoose={setShown}
          >
            {shown === "requests" && reveal && (
              <DecidedTable brief={brief} texts={submitted} reveal={reveal} />
            )}
            {shown === "submitted" && <Documents key="submitted" brief={brief} texts={submitted} />}
            {exemplar && (
              <Documents
                key={exemplar.slug}
                brief={brief}
                texts={new Map(Object.entries(exemplar.documents))}
                note={exemplar.note}
              />
            )}
          </Tabs>
        </div>
      }
      side={<Side {...props} />}
    />
  );
}

const Side = ({ grade, stageId, state, contests, onContest }: GradedStageProps) =>
  grade ? (
    <GradePanel
      title="Policies graded"
      grade={grade}
      stage={stageId}
      contests={contests}
      onContest={onContest}
    />
  ) : (
    <p>{state === "given-up" ? "Answer shown; nothing was graded." : "Skipped."}</p>
  );

type DocumentsProps = { brief: PolicyBrief; texts: Texts; note?: string };

const Documents = ({ brief, texts, note }: DocumentsProps) => (
  <div className={styles.shown}>
    {note && (
      <p className={styles.note}>
        <InlineCode text={note} />
      </p>
    )}
    {brief.documents.map(({ id, title }) => (
      <section key={id}>
        <h3 className={styles.document}>{title}</h3>
        <PolicyEditor label={title} start={texts.get(id) ?? ""} />
      </section>
    ))}
  </div>
);
