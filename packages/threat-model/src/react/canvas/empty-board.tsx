import { EmptyState } from "@loopwright/ui";

import styles from "./canvas.module.css";

/** Nothing is drawn: where to begin. */
export const EmptyBoard = ({ readOnly }: { readOnly: boolean }) => (
  <div className={styles.empty}>
    <EmptyState>
      <p>
        {readOnly
          ? "Nothing is drawn in this model."
          : "Nothing is drawn yet. Begin with who uses the system, an actor, and what they talk to, a process. A flow joins two of them."}
      </p>
    </EmptyState>
  </div>
);
