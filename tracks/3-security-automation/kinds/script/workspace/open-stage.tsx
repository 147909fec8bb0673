import type { EditorState } from "@codemirror/state";
import { offersAt } from "@loopwright/aws/completion";
import { CodeEditor } from "@loopwright/code-editor";
import { Button, useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useState } from "react";

import type { ScriptBrief } from "../brief.ts";
import { Contract } from "./contract.tsx";
import styles from "./script.module.css";
import { Transcript } from "./transcript.tsx";
import { useRun, type Run } from "./use-run.ts";

type OpenStageProps = Omit<StageProps, "brief"> & { brief: ScriptBrief; source: string };

/** The program, with what it is to print beside it, and what the last run of the sample showed. */
export function OpenStage(props: OpenStageProps) {
  const { brief, source, onDraft, conditions } = props;
  const [kept] = useState(() => new Map<string, EditorState>());
  const run = useRun(props.onRun);
  const refused = useScriptActions(props, run);
  return (
    <WorkFrame
      sideLabel="Task and runs"
      main={
        <div className={styles.work}>
          <CodeEditor
            slot={brief.entry}
            file={brief.entry}
            kept={kept}
            start={source}
            onChange={(text) => onDraft({ source: text })}
            offersAt={conditions === "interview" ? undefined : offersAt}
          />
        </div>
      }
      side={
        <div className={styles.side}>
          {refused && <p role="alert">{refused}</p>}
          <RunBar run={run} />
          {run.transcript && <Transcript transcript={run.transcript} />}
          <Contract brief={brief} />
        </div>
      }
    />
  );
}

/** Run and Submit by key and in the header. Returns why nothing was submitted. */
function useScriptActions({ source, submitting, onSubmit }: OpenStageProps, run: Run) {
  const [refused, setRefused] = useState(false);
  const isEmpty = source.trim() === "";
  const submit = () => {
    setRefused(isEmpty);
    // The shell says what failed.
    if (!isEmpty && !submitting) void onSubmit().catch(() => undefined);
  };
  const group = "This script";
  const title = "Run on the sample";
  useActions([
    ...(run.start ? [{ id: "script.run", title, keys: "Mod+Enter", group, run: run.start }] : []),
    { id: "stage.submit", title: "Submit the script", keys: "Mod+Shift+Enter", group, run: submit },
  ]);
  const words = "The program is empty. To leave this stage, skip it beside the brief.";
  return refused && isEmpty ? words : null;
}

const RunBar = ({ run: { start, running, problem } }: { run: Run }) => (
  <>
    {start && (
      <div>
        <Button keys="Mod+Enter" disabled={running} onClick={start}>
          {running ? "Running…" : "Run on the sample"}
        </Button>
      </div>
    )}
    <p className={styles.hint}>
      {start && "Run is free and judges nothing. "}
      Submit runs the program on accounts that are not shown. Escape, then Tab leaves the editor.
    </p>
    {problem && <p role="alert">{problem}</p>}
  </>
);
