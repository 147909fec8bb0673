import { GradePanel, Tabs, WorkFrame, type StageProps } from "@loopwright/ui";
import { useState, type ReactNode } from "react";

import type { TerminalEntry } from "../terminal/types.ts";
import { CommandsView } from "./commands-view.tsx";
import styles from "./desk.module.css";
import { Done } from "./done.tsx";

type AfterProps = Pick<StageProps, "grade" | "stageId" | "state" | "contests" | "onContest"> & {
  /** As the grade calls what was done in the stage: the way in, say. */
  work: string;
  entries: readonly TerminalEntry[];
  /** How it went, where it may be told. */
  told: { title: string; view: ReactNode } | null;
  exemplars: readonly { slug: string; title: string; note: string; commands: readonly string[] }[];
};

/** A stage once it is over: how it went, what was run, what others ran who got through, and the grade. */
export function After(props: AfterProps) {
  const { entries, told, exemplars } = props;
  const [shown, setShown] = useState(told ? "told" : "terminal");
  const exemplar = exemplars.find(({ slug }) => slug === shown);
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <div className={styles.work}>
          <Tabs
            label="After the grade"
            tabs={[
              ...(told ? [{ id: "told", title: told.title }] : []),
              { id: "terminal", title: "Terminal" },
              ...exemplars.map(({ slug, title }) => ({ id: slug, title })),
            ]}
            chosen={shown}
            onChoose={setShown}
          >
            {shown === "told" && told?.view}
            {shown === "terminal" && <Done entries={entries} />}
            {exemplar && <CommandsView key={exemplar.slug} {...exemplar} />}
          </Tabs>
        </div>
      }
      side={<Side {...props} />}
    />
  );
}

const words: Record<StageProps["state"], string> = {
  open: "Not submitted yet.",
  graded: "Submitted; the grade is not shown yet.",
  skipped: "Skipped.",
  "given-up": "The answer is shown; nothing was graded.",
};

const Side = ({ work, grade, stageId, state, contests, onContest }: AfterProps) =>
  grade ? (
    <GradePanel
      title={`${work} ${state === "skipped" ? "skipped" : "graded"}`}
      grade={grade}
      stage={stageId}
      contests={contests}
      onContest={onContest}
    />
  ) : (
    <p>{words[state]}</p>
  );
