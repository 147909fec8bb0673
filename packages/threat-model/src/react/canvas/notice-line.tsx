import { ActionButton, Button } from "@loopwright/ui";

import styles from "./canvas.module.css";

/** What an edit did beyond what was seen, with its undo. It is announced too. */
export const NoticeLine = ({ text, onClose }: { text: string; onClose: () => void }) => (
  <div className={styles.notice}>
    <span>{text}</span>
    {/* Once it is undone there is nothing to tell. */}
    <span onClickCapture={onClose}>
      <ActionButton ids={["edits.undo"]} small look="quiet" />
    </span>
    <Button small look="quiet" onClick={onClose}>
      Close
    </Button>
  </div>
);
