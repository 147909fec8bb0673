import styles from "@loopwright/prose/main.module.css";
import { useActions, WorkFrame, type StageProps } from "@loopwright/ui";
import { useEffect, useRef } from "react";

type NothingLeftProps = Pick<StageProps, "onDraft" | "onSubmit" | "submitting">;

/** No probe is asked, so there is nothing to wait for: the stage hands itself in, once. */
export function NothingLeft({ onDraft, onSubmit, submitting }: NothingLeftProps) {
  const sent = useRef(false);
  const send = () => {
    onDraft({ replies: {} });
    // The shell says what failed; the button tries again.
    void onSubmit().catch(() => undefined);
  };
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    send();
  });
  useActions([
    {
      id: "stage.submit",
      title: "Go on",
      keys: "Mod+Enter",
      group: "This question",
      run: () => !submitting && send(),
    },
  ]);
  return (
    <WorkFrame
      sideLabel="Probes"
      main={
        <div className={styles.main}>
          <h2 className={styles.title}>Nothing left to ask: every point was made</h2>
          {submitting && <p role="status">Going on…</p>}
        </div>
      }
    />
  );
}
