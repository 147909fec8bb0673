import type { Grade } from "@loopwright/core";
import { GradePanel, WorkFrame, type StageProps } from "@loopwright/ui";
import { useEffect, useState } from "react";

import type { ReviewAnswer } from "../../answer.ts";
import type { ReviewBrief } from "../../brief.ts";
import { explainCriterion } from "../../criteria.ts";
import type { ReviewReveal } from "../../reveal.ts";
import { goToLine, showLine } from "../code/use-line-keys.ts";
import { ReviewFiles, type Cursor } from "../code/review-files.tsx";
import styles from "./graded-stage.module.css";
import { LineNote } from "./line-note.tsx";
import { lookOf, notesOf, type Note } from "./notes.ts";

type GradedStageProps = Pick<
  StageProps,
  "files" | "grade" | "stageId" | "state" | "contests" | "onContest"
> & {
  brief: ReviewBrief;
  draft: ReviewAnswer | null;
  reveal: ReviewReveal | null;
};

/** The review once it is over: every verdict on the lines that it is about. */
export function GradedStage(props: GradedStageProps) {
  const { brief, files, draft, reveal } = props;
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const notes = reveal ? notesOf(draft?.findings ?? [], reveal) : [];
  useFirstUnmet(notes);
  const go = (file: string, line: number) => {
    setCursor({ file, range: { anchor: line, head: line } });
    goToLine(file, line);
  };
  return (
    <WorkFrame
      sideLabel="Grade"
      main={
        <ReviewFiles
          brief={brief}
          files={files}
          cursor={cursor}
          onCursor={setCursor}
          markOf={(file, line) => lookOf(notes, file, line)}
          after={(file, line) => {
            const here = notes.filter((note) => note.file === file && note.to === line);
            if (here.length === 0) return null;
            return here.map((note) => {
              const explained = explainedIn(props.grade, note);
              return <LineNote key={note.id} note={note} explained={explained} onGo={go} />;
            });
          }}
        />
      }
      side={<Side {...props} onGo={go} />}
    />
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

type SideProps = GradedStageProps & { onGo: (file: string, line: number) => void };

function Side({ grade, stageId, state, contests, onContest, reveal, onGo }: SideProps) {
  return (
    <div className={styles.side}>
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
      {reveal && reveal.sources.length > 0 && (
        <section>
          <h2 className={styles.title}>Sources</h2>
          <ul className={styles.sources}>
            {reveal.sources.map(({ title, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** When each flaw was first marked, against the 5 to 10 minutes of a real round. */
function Times({ grade }: { grade: Grade }) {
  if (grade.status !== "graded") return null;
  const times = grade.measures
    .filter(({ id }) => id.startsWith("found-"))
    .map(({ value }) => value);
  if (times.length === 0) return null;
  const words =
    times.length === 1
      ? `The flaw was marked at ${clock(times[0] ?? 0)}.`
      : `Flaws were marked from ${clock(Math.min(...times))} to ${clock(Math.max(...times))}.`;
  return (
    <section>
      <h2 className={styles.title}>Time to each finding</h2>
      <p>{words} A round allows 5 to 10 minutes.</p>
    </section>
  );
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
