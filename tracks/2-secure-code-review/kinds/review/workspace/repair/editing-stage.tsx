import type { EditorState } from "@codemirror/state";
import { CodeEditor } from "@loopwright/code-editor";
import { Button, Tabs, WorkFrame } from "@loopwright/ui";
import { useState } from "react";

import type { RepairAnswer } from "../../answer.ts";
import type { ReviewBrief } from "../../brief.ts";
import type { ReviewReveal } from "../../reveal.ts";
import styles from "./repair.module.css";
import { Transcript } from "./transcript.tsx";
import { useEditingActions } from "./use-editing-actions.ts";
import { useRun, type Run } from "./use-run.ts";

type EditingStageProps = {
  brief: ReviewBrief;
  files: Record<string, string>;
  draft: RepairAnswer | null;
  onDraft: (draft: RepairAnswer) => void;
  /** What the review showed; null where it was not graded. */
  review: ReviewReveal | null;
  onRun: Parameters<typeof useRun>[0];
  onSubmit: () => Promise<void>;
  submitting: boolean;
};

/** The repair while it is open: an editor, the free Run, and Submit. */
export function EditingStage(props: EditingStageProps) {
  const { brief, files, draft, onDraft } = props;
  const [file, setFile] = useState(brief.editable[0] ?? "");
  const [kept] = useState(() => new Map<string, EditorState>());
  // Counts up to draw the field anew from the starter.
  const [fresh, setFresh] = useState(0);
  const slot = `${file} ${fresh}`;
  const run = useRun(props.onRun);

  const restore = () => {
    const { [file]: _dropped, ...others } = draft?.files ?? {};
    onDraft({ files: others });
    setFresh(fresh + 1);
  };
  const submit = () => {
    if (!draft) onDraft({ files: {} });
    // The shell says what failed.
    void props.onSubmit().catch(() => undefined);
  };
  useEditingActions({ file, run, submitting: props.submitting, restore, submit });

  return (
    <WorkFrame
      sideLabel="Repair"
      main={
        <div className={styles.work}>
          <Tabs
            label="Files"
            tabs={brief.editable.map((path) => ({ id: path, title: path }))}
            chosen={file}
            onChoose={setFile}
          >
            <CodeEditor
              key={slot}
              {...{ slot, kept, file }}
              start={draft?.files[file] ?? files[file] ?? ""}
              onChange={(text) => onDraft({ files: { ...draft?.files, [file]: text } })}
            />
          </Tabs>
        </div>
      }
      side={
        <Side
          run={run}
          review={props.review}
          restoreTitle={`Restore ${file}`}
          onRestore={restore}
        />
      }
    />
  );
}

type SideProps = {
  run: Run;
  review: ReviewReveal | null;
  restoreTitle: string;
  onRestore: () => void;
};

const Side = ({ run, review, restoreTitle, onRestore }: SideProps) => (
  <div className={styles.side}>
    {run.start && (
      <div>
        <Button keys="Mod+Enter" disabled={run.running} onClick={run.start}>
          {run.running ? "Running…" : "Run the samples"}
        </Button>
      </div>
    )}
    <p className={styles.hint}>
      {run.start && "Run is free and judges nothing. "}
      Submit runs the hidden tests. Escape, then Tab leaves the editor.
    </p>
    {run.problem && <p role="alert">{run.problem}</p>}
    {run.transcript && <Transcript transcript={run.transcript} />}
    {review && <ToRepair review={review} />}
    <div className={styles.flush}>
      <Button look="quiet" small onClick={onRestore}>
        {restoreTitle}
      </Button>
    </div>
  </div>
);

const ToRepair = ({ review }: { review: ReviewReveal }) => (
  <section>
    <h2 className={styles.title}>To repair</h2>
    <ul className={styles.flaws}>
      {review.flaws.map(({ id, title, why, fix }) => (
        <li key={id}>
          <details>
            <summary>{title}</summary>
            <p className={styles.hint}>
              {why} {fix}
            </p>
          </details>
        </li>
      ))}
    </ul>
  </section>
);
