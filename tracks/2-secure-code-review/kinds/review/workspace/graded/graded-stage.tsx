import type { Grade } from "@loopwright/core";
import { GradePanel, WorkFrame, type StageProps } from "@loopwright/ui";
import { useEffect } from "react";

import type { ReviewAnswer } from "../../answer.ts";
import type { ReviewBrief } from "../../brief.ts";
import { explainCriterion } from "../../criteria.ts";
import { scanOf, triaged } from "../../grade-triage.ts";
import type { ReviewReveal } from "../../reveal.ts";
import { ChangeAbout } from "../change/change-about.tsx";
import type { Changes } from "../change/file-diff.ts";
import { ReviewFiles } from "../code/review-files.tsx";
import { showLine } from "../code/use-line-keys.ts";
import { FileTree } from "../files/file-tree.tsx";
import { useFileActions } from "../files/use-file-actions.ts";
import { useFiles, type FilesView } from "../files/use-files.ts";
import styles from "../review.module.css";
import { ScanVerdicts } from "../scan/scan-verdicts.tsx";
import { useScan } from "../scan/use-scan.ts";
import { LineNote } from "./line-note.tsx";
import { lookOf, notesOf, type Note } from "./notes.ts";
import { Sources } from "./sources.tsx";
import { Times } from "./times.tsx";

type GradedStageProps = Pick<
  StageProps,
  "files" | "grade" | "stageId" | "state" | "contests" | "onContest"
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
  const needed = notes.map(({ file }) => file);
  const view = useFiles({ brief, changes, attemptId: null, needed });
  useFileActions(view);
  useFirstUnmet(notes);
  const countOf = (path: string) => notes.filter(({ file }) => file === path).length;
  const tree = <FileTree view={view} countOf={countOf} counted="note" />;
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <>
          {brief.change && changes && <ChangeAbout change={brief.change} changes={changes} />}
          <div className={styles.treeAbove}>{tree}</div>
          <ReviewFiles
            {...{ brief, files, view }}
            markOf={(file, line) => lookOf(notes, file, line)}
            after={(file, line) => notesUnder({ notes, file, line, view, grade: props.grade })}
          />
        </>
      }
      side={
        <div className={styles.side}>
          <div className={styles.treeBeside}>{tree}</div>
          <Side {...props} onGo={view.go} />
        </div>
      }
    />
  );
}

type Under = { notes: Note[]; file: string; line: number; view: FilesView; grade: Grade | null };

function notesUnder({ notes, file, line, view, grade }: Under) {
  const here = notes.filter((note) => note.file === file && note.to === line);
  if (here.length === 0) return null;
  return here.map((note) => (
    <LineNote key={note.id} note={note} explained={explainedIn(grade, note)} onGo={view.go} />
  ));
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

type SideProps = GradedStageProps & { onGo: (file: string, line: number) => void };

function Side(props: SideProps) {
  const { brief, files, draft, grade, stageId, state, contests, onContest, reveal, onGo } = props;
  const scan = useScan(brief, files);
  return (
    <>
      {grade ? (
        <GradePanel
          title="Review graded"
          grade={grade}
          stage={stageId}
          contests={contests}
          onContest={onContest}
          onLines={({ file, from }) => onGo(file, from)}
        />
      ) : (
        <p>{state === "given-up" ? "Answer shown; nothing was graded." : "Skipped."}</p>
      )}
      {grade && <Times grade={grade} />}
      {scan && reveal && (
        <ScanVerdicts scan={scan} triaged={triaged(scanOf(reveal), draft?.triage)} onGo={onGo} />
      )}
      {reveal && <Sources sources={reveal.sources} />}
    </>
  );
}
