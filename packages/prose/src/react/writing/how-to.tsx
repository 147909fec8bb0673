import { Kbd } from "@loopwright/ui";

import styles from "./how-to.module.css";

type HowToProps = { submits: string };

/** Beside the field: what is judged, and the keys. */
export const HowTo = ({ submits }: HowToProps) => (
  <div className={styles.how}>
    <p>
      Graded is which points are made and which known errors are stated. How it is said is remarked
      on, never scored.
    </p>
    <dl className={styles.keys} aria-label="Keys">
      <div>
        <dt>
          <Kbd keys="w" />
        </dt>
        <dd>to the answer</dd>
      </div>
      <div>
        <dt>
          <Kbd keys="Mod+Enter" />
        </dt>
        <dd>{submits}</dd>
      </div>
    </dl>
  </div>
);
