import { PolicyEditor } from "@loopwright/aws/react";
import type { Files } from "@loopwright/core";
import { Button, Tabs, WorkFrame, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { WriteAnswer } from "../../answer.ts";
import type { PolicyBrief } from "../../brief.ts";
import { problemsIn, textsOf } from "../../documents.ts";
import { EstateView } from "../estate/estate-view.tsx";
import styles from "../policy.module.css";
import { Requirements } from "./requirements.tsx";
import { RunProblems } from "./run-problems.tsx";
import { useEditingActions } from "./use-editing-actions.ts";
import { useRun, type Run } from "./use-run.ts";

type EditingStageProps = Pick<StageProps, "onRun" | "onSubmit" | "submitting"> & {
  brief: PolicyBrief;
  files: Files;
  draft: WriteAnswer | null;
  onDraft: (draft: WriteAnswer) => void;
};

const estateTab = "estate";

/** The documents while they are open: an editor for each, the estate, the free Run and Submit. */
export function EditingStage(props: EditingStageProps) {
  const { brief, files, draft, onDraft } = props;
  const [shown, setShown] = useState(brief.documents[0]?.id ?? estateTab);
  // Counts up to draw the field anew from the start.
  const [fresh, setFresh] = useState(0);
  const run = useRun(props.onRun, draft);
  const document = brief.documents.find(({ id }) => id === shown) ?? brief.documents[0]!;

  const restore = () => {
    const { [document.id]: _dropped, ...others } = draft?.documents ?? {};
    onDraft({ documents: others });
    setFresh(fresh + 1);
  };
  const submit = () => {
    if (!draft) onDraft({ documents: {} });
    // The shell says what failed.
    void props.onSubmit().catch(() => undefined);
  };
  const { title } = document;
  useEditingActions({ title, run, submitting: props.submitting, restore, submit });

  return (
    <WorkFrame
      sideLabel="Requirements"
      main={
        <div className={styles.work}>
          <Tabs
            label="Documents"
            tabs={[...brief.documents, { id: estateTab, title: "Estate" }]}
            chosen={shown}
            onChoose={setShown}
          >
            {shown === estateTab ? (
              <EstateView brief={brief} />
            ) : (
              <PolicyEditor
                key={`${document.id} ${fresh}`}
                label={title}
                start={textsOf({ brief, files }, draft).get(document.id) ?? ""}
                check={(text) => problemsIn(text, document)}
                onChange={(text) =>
                  onDraft({ documents: { ...draft?.documents, [document.id]: text } })
                }
              />
            )}
          </Tabs>
        </div>
      }
      side={<Side brief={brief} run={run} restoreTitle={`Restore ${title}`} onRestore={restore} />}
    />
  );
}

type SideProps = { brief: PolicyBrief; run: Run; restoreTitle: string; onRestore: () => void };

const Side = ({ brief, run, restoreTitle, onRestore }: SideProps) => (
  <div className={styles.side}>
    {run.start && (
      <div>
        <Button keys="Mod+Enter" disabled={run.running} onClick={run.start}>
          {run.running ? "Deciding…" : "Run the examples"}
        </Button>
      </div>
    )}
    <p className={styles.hint}>
      {run.start && "Run decides the stated examples and judges nothing. "}
      Submit decides many more. Escape, then Tab leaves the editor.
    </p>
    {run.problem && <p role="alert">{run.problem}</p>}
    {run.transcript?.problems && <RunProblems brief={brief} problems={run.transcript.problems} />}
    <Requirements brief={brief} run={run} />
    <div className={styles.flush}>
      <Button look="quiet" small onClick={onRestore}>
        {restoreTitle}
      </Button>
    </div>
  </div>
);
