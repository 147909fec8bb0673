import type { Grade } from "@loopwright/core";
import { useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useEffect, useState } from "react";

import type { ReviewAnswer } from "../../answer.ts";
import type { ReviewBrief } from "../../brief.ts";
import { explainCriterion } from "../../criteria.ts";
import type { ReviewReveal } from "../../reveal.ts";
import { ChangeAbout } from "../change/change-about.tsx";
import type { Changes } from "../change/file-diff.ts";
import { lineActions } from "../code/line-actions.ts";
import { ReviewFiles } from "../code/review-files.tsx";
import { showLine } from "../code/use-line-keys.ts";
import { FileTree } from "../files/file-tree.tsx";
import { useFileActions } from "../files/use-file-actions.ts";
import { useFiles } from "../files/use-files.ts";
import styles from "../review.module.css";
import { showDebrief } from "./debrief/debrief.tsx";
import { hasStep, StepNotes } from "./debrief/step-note.tsx";
import { toldOf } from "./debrief/told.ts";
import { useWalk, type Walk } from "./debrief/use-walk.ts";
import { GradedSide, type SideTab } from "./graded-side.tsx";
import { LineNote } from "./line-note.tsx";
import { lookOf, notesOf, type Note } from "./notes.ts";

export type GradedStageProps = Pick<
  StageProps,
  "files" | "grade" | "stageId" | "state" | "timing" | "contests" | "onContest"
> & {
  brief: ReviewBrief;
  /** Null where the drill is no change. */
  changes: Changes | null;
  draft: ReviewAnswer | null;
  reveal: ReviewReveal | null;
};

/** The review once it is over: every verdict on the lines that it is about. */
export function GradedStage(props: GradedStageProps) {
  const { brief, files, changes, draft, reveal } = props;
  const notes = reveal ? notesOf(draft?.findings ?? [], reveal) : [];
  const told = reveal ? toldOf({ draft, reveal }) : [];
  const needed = notes.map(({ file }) => file);
  const view = useFiles({ brief, changes, attemptId: null, needed });
  const walk = useWalk(told, view.go);
  const { tab, setTab, onDebrief } = useSideTab();
  useFileActions(view);
  useActions(lineActions({ marking: false }));
  useFirstUnmet(notes);
  const countOf = (path: string) => notes.filter(({ file }) => file === path).length;
  const tree = <FileTree view={view} countOf={countOf} counted="note" />;
  const under = { notes, walk, onDebrief, grade: props.grade };
  return (
    <WorkFrame
      sideLabel="Grade and debrief"
      main={
        <>
          {brief.change && changes && <ChangeAbout change={brief.change} changes={changes} />}
          <div className={styles.treeAbove}>{tree}</div>
          <ReviewFiles
            {...{ brief, files, view }}
            markOf={(file, line) => lookOf(notes, file, line)}
            after={(file, line) => notesUnder({ ...under, file, line })}
          />
        </>
      }
      side={
        <div className={styles.side}>
          <div className={styles.treeBeside}>{tree}</div>
          <GradedSide {...props} {...{ told, walk, tab }} onTab={setTab} onGo={view.go} />
        </div>
      }
    />
  );
}

/** What the side column shows. A note on the lines leads to its flaw in the debrief. */
function useSideTab() {
  const [tab, setTab] = useState<SideTab>("grade");
  // A new object each time, so that the same flaw can be asked for again.
  const [asked, setAsked] = useState<{ flaw: string } | null>(null);
  useEffect(() => {
    if (asked) showDebrief(asked.flaw);
  }, [asked]);
  const onDebrief = (flaw: string) => {
    setTab("debrief");
    setAsked({ flaw });
  };
  return { tab, setTab, onDebrief };
}

type Under = {
  notes: Note[];
  walk: Walk;
  onDebrief: (flaw: string) => void;
  grade: Grade | null;
  file: string;
  line: number;
};

function notesUnder({ notes, walk, onDebrief, grade, file, line }: Under) {
  const here = notes.filter((note) => note.file === file && note.to === line);
  if (here.length === 0 && !hasStep(walk, file, line)) return null;
  return (
    <>
      <StepNotes walk={walk} file={file} line={line} />
      {here.map((note) => (
        <LineNote
          key={note.id}
          note={note}
          explained={explainedIn(grade, note)}
          onDebrief={onDebrief}
        />
      ))}
    </>
  );
}

function explainedIn(grade: Grade | null, { flaw }: Note) {
  if (!flaw || grade?.status !== "graded") return null;
  return grade.criteria.find(({ id }) => id === explainCriterion(flaw.id)) ?? null;
}

/** Results open on what is not met, where the code scrolls in a pane of its own. */
function useFirstUnmet(notes: readonly Note[]) {
  const first =
    notes.find(({ look }) => look === "missed") ?? notes.find(({ look }) => look === "partly");
  const file = first?.file;
  const line = first?.from;
  useEffect(() => {
    if (file !== undefined && line !== undefined && matchMedia("(min-width: 1181px)").matches) {
      showLine(file, line);
    }
  }, [file, line]);
}
