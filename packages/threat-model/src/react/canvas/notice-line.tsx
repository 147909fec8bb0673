import { ActionButton, Button } from "@loopwright/ui";

import styles from "./canvas.module.css";
import type { Notice } from "./use-drawing.ts";

/** What an edit did beyond what was seen, with its undo. It is announced too. */
export const NoticeLine = ({ notice, onClose }: { notice: Notice; onClose: () => void }) => (
  <div className={styles.notice}>
    <span>{notice.text}</span>
    {/* Once it is undone there is nothing to tell. */}
    <span onClickCapture={onClose}>
      <ActionButton ids={["edits.undo"]} small look="quiet" />
    </span>
    <Button small look="quiet" onClick={onClose}>
      Close
    </Button>
  </div>
);
