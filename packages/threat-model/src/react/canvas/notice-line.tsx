import { actions, Button } from "@loopwright/ui";

import styles from "./canvas.module.css";

/** What an edit did beyond what was seen, with its undo. It is announced too. */
export const NoticeLine = ({ text, onClose }: { text: string; onClose: () => void }) => (
  <div className={styles.notice}>
    <span>{text}</span>
    <Button
      small
      look="quiet"
      keys="Mod+z"
      onClick={() => {
        actions.run("edits.undo");
        onClose();
      }}
    >
      Undo
    </Button>
    <Button small look="quiet" onClick={onClose}>
      Close
    </Button>
  </div>
);
