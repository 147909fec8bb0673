import { classNames } from "@loopwright/ui";
import type { MouseEvent } from "react";

import type { DimensionView, ReadinessView } from "@loopwright/server";
import { DimensionPanel } from "./dimension-panel.tsx";
import styles from "./dimension-row.module.css";
import { LevelMark, levelWord } from "./level-mark.tsx";
import { TickBox } from "./tick-box.tsx";

export type RowProps = {
  dimension: DimensionView;
  history: ReadinessView["history"];
  open: boolean;
  onToggle: (id: string) => void;
};

/** One dimension: its level at a glance; opened, what the level says, what proves it, and the way on. */
export function DimensionRow({ dimension, history, open, onToggle }: RowProps) {
  const { id, group, title, level, status } = dimension;
  const toggle = (event: MouseEvent) => {
    // The address says what is open, so the page decides.
    event.preventDefault();
    onToggle(id);
  };
  return (
    <details id={id} open={open} className={styles.row}>
      <summary className={styles.summary} onClick={toggle}>
        {group === "line" && <TickBox proven={level === 3} />}
        <span className={classNames(styles.title, group !== "line" && styles.whole)}>{title}</span>
        <span className={styles.level}>
          <LevelMark {...dimension} />
          {levelWord(dimension)}
        </span>
        <span className={styles.status}>{status}</span>
      </summary>
      {open && <DimensionPanel dimension={dimension} history={history} />}
    </details>
  );
}
