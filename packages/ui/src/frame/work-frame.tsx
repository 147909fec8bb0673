import type { ReactNode } from "react";

import styles from "./work-frame.module.css";

type WorkFrameProps = {
  /** Where the work is done: the code, the diagram, the terminal. It scrolls sideways by itself. */
  main: ReactNode;
  /** What sums up or goes with it: findings, a grade. It follows below on a narrow screen. */
  side?: ReactNode;
  /** Names the side column for screen readers. */
  sideLabel?: string;
};

/**
 * The frame of every workspace; the shell draws the brief to the left of it. Code in it is set in
 * `var(--code-size)`: 13 px, and 12 px on a phone.
 */
export const WorkFrame = ({ main, side, sideLabel = "Beside the work" }: WorkFrameProps) => (
  <div className={styles.frame}>
    <div className={styles.main}>{main}</div>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so keys must reach it */}
    <aside className={styles.side} aria-label={sideLabel} tabIndex={0}>
      {side}
    </aside>
  </div>
);
