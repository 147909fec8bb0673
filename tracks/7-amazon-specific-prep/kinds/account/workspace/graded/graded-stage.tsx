import { TerminalLog, type TerminalEntry } from "@loopwright/aws/react";
import { EmptyState, GradePanel, Tabs, WorkFrame, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { AccountReveal } from "../../reveal.ts";
import styles from "../account.module.css";
import { ExemplarView } from "./exemplar-view.tsx";
import { WayIn } from "./way-in.tsx";

type GradedStageProps = Pick<
  StageProps,
  "grade" | "stageId" | "state" | "contests" | "onContest"
> & {
  entries: readonly TerminalEntry[];
  /** Null while it may not be shown. */
  reveal: AccountReveal | null;
};

/** The stage once it is over: the way in, what was run, and what others ran who got through. */
export function GradedStage(props: GradedStageProps) {
  const { entries, reveal } = props;
  const [shown, setShown] = useState(reveal ? "way" : "terminal");
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
              ...(reveal ? [{ id: "way", title: "The way in" }] : []),
              { id: "terminal", title: "Terminal" },
              ...exemplars.map(({ slug, title }) => ({ id: slug, title })),
            ]}
            chosen={shown}
            onChoose={setShown}
          >
            {shown === "way" && reveal && <WayIn reveal={reveal} />}
            {shown === "terminal" && <Done entries={entries} />}
            {exemplar && <ExemplarView key={exemplar.slug} exemplar={exemplar} />}
          </Tabs>
        </div>
      }
      side={<Side {...props} />}
    />
  );
}

const Done = ({ entries }: { entries: readonly TerminalEntry[] }) =>
  entries.length > 0 ? (
    <div className={styles.done}>
      <TerminalLog entries={entries} prompt="$" label="What was run" />
    </div>
  ) : (
    <EmptyState>
      <p>Nothing was run.</p>
    </EmptyState>
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
      title={`${stageId === "reach" ? "Way in" : "Repair"} ${state === "skipped" ? "skipped" : "graded"}`}
      grade={grade}
      stage={stageId}
      contests={contests}
      onContest={onContest}
    />
  ) : (
    <p>{words[state]}</p>
  );
