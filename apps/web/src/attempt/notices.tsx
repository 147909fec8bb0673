import { Button, ErrorNotice } from "@loopwright/ui";

import { shownError } from "../api/request.ts";
import type { AttemptView, StageView } from "@loopwright/server";
import styles from "./notices.module.css";
import type { DraftOfStage } from "./use-draft.ts";
import type { Steps } from "./use-steps.ts";

type NoticesProps = { view: AttemptView; stage: StageView; steps: Steps; draft: DraftOfStage };

/** What went wrong with this stage, above the work; nothing most of the time. */
export function Notices({ view, stage, steps, draft }: NoticesProps) {
  const { submit, hint, pause, resume } = steps;
  const failed = [submit, hint, pause, resume].flatMap(({ error }) => (error ? [error] : []));
  const ungraded = stage.grade?.status === "error" ? stage.grade.error : null;
  const conflict = draft.state.kind === "conflict";
  if (failed.length === 0 && !ungraded && !conflict && !view.drillChanged) return null;
  return (
    <section className={styles.notices} aria-label="Notices">
      {view.drillChanged && (
        <p className={styles.plain}>
          The drill has changed since. This attempt keeps the version that it was made on.
        </p>
      )}
      {failed.map((error) => (
        <ErrorNotice key={error.message} error={shownError(error)} />
      ))}
      {ungraded && <ErrorNotice error={ungraded} />}
      {conflict && <Conflict draft={draft} />}
    </section>
  );
}

const Conflict = ({ draft }: { draft: DraftOfStage }) => (
  <ErrorNotice
    error={{
      message: "Another page saved a newer draft of this stage.",
      next: "Choose which one to go on with; the other one is replaced.",
    }}
  >
    <div className={styles.buttons}>
      <Button small onClick={() => void draft.settle("theirs")}>
        Take the newer one
      </Button>
      <Button small onClick={() => void draft.settle("mine")}>
        Keep this one
      </Button>
    </div>
  </ErrorNotice>
);
