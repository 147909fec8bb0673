import type { ReactNode } from "react";

import type { AttemptView } from "@loopwright/server";
import styles from "./attempt-frame.module.css";
import { AttemptHeader } from "./attempt-header.tsx";
import type { WorkClock } from "./use-clock.ts";

type AttemptFrameProps = {
  view: AttemptView;
  /** The stage that is shown; left out on the result. */
  stageId?: string;
  clock: WorkClock;
  status?: ReactNode;
  notices?: ReactNode;
  children: ReactNode;
};

/** The whole window for the work: a header, what went wrong, and the panes. */
export const AttemptFrame = (props: AttemptFrameProps) => (
  <div className={styles.frame}>
    <AttemptHeader {...props} />
    {props.notices}
    <main id="main" tabIndex={-1} className={styles.body}>
      {props.children}
    </main>
  </div>
);
