import { classNames, Tabs } from "@loopwright/ui";
import type { ReactNode } from "react";

import styles from "./desk.module.css";

export type PaneName = "terminal" | "files";

type PanesProps = {
  shown: PaneName;
  onShow: (pane: PaneName) => void;
  /** How many files lie there. */
  count: number;
  terminal: ReactNode;
  files: ReactNode;
};

/** Terminal and files. Both stay: commands go on while files are edited, and a line half written is kept. */
export const Panes = ({ shown, onShow, count, terminal, files }: PanesProps) => (
  <div className={styles.work}>
    <Tabs
      label="Work"
      tabs={[
        { id: "terminal", title: "Terminal" },
        { id: "files", title: count > 0 ? `Files (${count})` : "Files" },
      ]}
      chosen={shown}
      onChoose={(id) => onShow(id === "files" ? "files" : "terminal")}
    >
      <div className={styles.panes}>
        <div className={classNames(styles.pane, shown !== "terminal" && styles.away)}>
          {terminal}
        </div>
        <div className={classNames(styles.pane, shown !== "files" && styles.away)}>{files}</div>
      </div>
    </Tabs>
  </div>
);
