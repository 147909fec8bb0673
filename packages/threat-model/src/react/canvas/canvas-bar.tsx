import { ActionButton } from "@loopwright/ui";
import { useStore } from "@xyflow/react";

import styles from "./canvas.module.css";

const adding = ["canvas.actor", "canvas.process", "canvas.store", "canvas.zone", "canvas.flow"];

/** Buttons above the canvas; each is an action with its key. */
export const CanvasBar = ({ readOnly }: { readOnly: boolean }) => (
  <div role="toolbar" aria-label="Canvas" className={styles.bar}>
    {!readOnly && (
      <div className={styles.group}>
        <span className={styles.word}>Add</span>
        {adding.map((id) => (
          <ActionButton key={id} ids={[id]} small look="quiet" />
        ))}
      </div>
    )}
    <div className={styles.group}>
      {!readOnly && <ActionButton ids={["canvas.arrange"]} small look="quiet" />}
      <ActionButton ids={["canvas.fit"]} small look="quiet" />
      <Zoom />
    </div>
  </div>
);

const Zoom = () => {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return <span className={styles.zoom}>{percent} %</span>;
};
