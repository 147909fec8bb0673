import type { Model } from "@loopwright/threat-model";
import { Diagram, type Marks } from "@loopwright/threat-model/react";

import styles from "./threats.module.css";

type DrawingViewProps = { model: Model; title?: string; marks?: Marks; open?: boolean };

/** A drawing to look at; folded away it leaves room for the work. */
export const DrawingView = ({
  model,
  title = "The drawing",
  marks,
  open = true,
}: DrawingViewProps) => (
  <details className={styles.drawing} open={open}>
    <summary>{title}</summary>
    {model.elements.length === 0 ? (
      <p className={styles.count}>Nothing was drawn.</p>
    ) : (
      <div className={styles.canvas}>
        <Diagram model={model} {...(marks && { marks })} />
      </div>
    )}
  </details>
);
