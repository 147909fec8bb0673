import { Button } from "@loopwright/ui";

import styles from "../studio.module.css";

/** Instead of a question before: the way back after. */
export const RemovedLine = ({ title, onRestore }: { title: string; onRestore: () => void }) => (
  <p className={styles.removed}>
    <span>{title} is deleted.</span>
    <Button small look="quiet" onClick={onRestore}>
      Bring it back
    </Button>
  </p>
);
