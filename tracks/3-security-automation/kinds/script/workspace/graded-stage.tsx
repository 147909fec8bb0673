import { CodeView } from "@loopwright/code-editor";
import {
  GradePanel,
  InlineCode,
  SourceList,
  Tabs,
  WorkFrame,
  type StageProps,
} from "@loopwright/ui";
import { useState } from "react";

import type { ScriptReveal } from "../reveal.ts";
import styles from "./script.module.css";

type GradedStageProps = Pick<
  StageProps,
  "grade" | "stageId" | "state" | "contests" | "onContest"
> & {
  entry: string;
  source: string;
  /** Null while it may not be shown. */
  reveal: ScriptReveal | null;
};

/** The program once it is graded, others that are right, and what to take along. */
export function GradedStage(props: GradedStageProps) {
  const { entry, source, reveal } = props;
  const [shown, setShown] = useState("own");
  const exemplar = reveal?.exemplars.find(({ slug }) => slug === shown);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <div className={styles.work}>
          <Tabs
            label="After the grade"
            tabs={[
              { id: "own", title: "Submitted" },
              ...(reveal?.exemplars ?? []).map(({ slug, title }) => ({ id: slug, title })),
              ...(reveal ? [{ id: "along", title: "To take along" }] : []),
            ]}
            chosen={shown}
            onChoose={setShown}
          >
            {shown === "own" && (
              <CodeView file={entry} label="The submitted program" text={source} />
            )}
            {exemplar && (
              <>
                {exemplar.note !== "" && (
                  <p className={styles.note}>
                    <InlineCode text={exemplar.note} />
                  </p>
                )}
                <CodeView
                  key={exemplar.slug}
                  file={entry}
                  label={exemplar.title}
                  text={exemplar.source}
                />
              </>
            )}
            {shown === "along" && reveal && <Along reveal={reveal} />}
          </Tabs>
        </div>
      }
      side={<Side {...props} />}
    />
  );
}

const Along = ({ reveal: { lesson, policy, sources } }: { reveal: ScriptReveal }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
  <section className={styles.along} aria-label="To take along" tabIndex={0}>
    <p className={styles.read}>{lesson}</p>
    {policy && (
      <div>
        <h3 className={styles.title}>The least policy for this work</h3>
        <pre className={styles.output}>{policy}</pre>
      </div>
    )}
    <SourceList sources={sources} />
  </section>
);

const words: Record<StageProps["state"], string> = {
  open: "Not submitted yet.",
  graded: "Submitted; the grade is not shown yet.",
  skipped: "Skipped.",
  "given-up": "The answer is shown; nothing was graded.",
};

const Side = ({ grade, stageId, state, contests, onContest }: GradedStageProps) =>
  grade ? (
    <GradePanel
      title={`Script ${state === "skipped" ? "skipped" : "graded"}`}
      grade={grade}
      stage={stageId}
      contests={contests}
      onContest={onContest}
    />
  ) : (
    <p>{words[state]}</p>
  );
