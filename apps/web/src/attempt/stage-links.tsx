import { classNames, VisuallyHidden } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";
import { Check, Minus } from "lucide-react";

import type { AttemptView, StageView } from "@loopwright/server";
import styles from "./attempt-header.module.css";

type StageLinksProps = { view: AttemptView; stageId?: string };

/** The stages in order. One that is still to come says so, and leads nowhere. */
export function StageLinks({ view, stageId }: StageLinksProps) {
  const over = view.currentStage === null;
  if (view.stages.length === 1 && !over) return null;
  return (
    <nav aria-label="Stages" className={styles.stages}>
      {view.stages.map((stage) =>
        stage.state === "open" && stage.id !== view.currentStage ? (
          <span key={stage.id} className={classNames(styles.stage, styles.waiting)}>
            {stage.title}
          </span>
        ) : (
          <Link
            key={stage.id}
            to="/attempts/$attemptId/{-$stage}"
            params={{ attemptId: view.id, stage: stage.id }}
            className={styles.stage}
            aria-current={stage.id === stageId ? "page" : undefined}
          >
            <StageWords stage={stage} />
          </Link>
        ),
      )}
      {over && (
        <Link
          to="/attempts/$attemptId/{-$stage}"
          params={{ attemptId: view.id, stage: undefined }}
          activeOptions={{ exact: true }}
          className={styles.stage}
          aria-current={stageId === undefined ? "page" : undefined}
        >
          Result
        </Link>
      )}
    </nav>
  );
}

const states: Record<StageView["state"], string> = {
  open: "",
  graded: ", graded",
  skipped: ", skipped",
  "given-up": ", given up",
};

/** A sign for the eye, since five stages share the line with the clock; words for the ear. */
const StageWords = ({ stage: { title, state } }: { stage: StageView }) => {
  const Sign = state === "graded" ? Check : Minus;
  return (
    <>
      {title}
      {state !== "open" && <Sign aria-hidden size={13} />}
      <VisuallyHidden>{states[state]}</VisuallyHidden>
    </>
  );
};
