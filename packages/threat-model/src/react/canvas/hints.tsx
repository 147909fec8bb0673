import type { DataClass } from "../../model/words.ts";
import styles from "./node.module.css";

/** What is known at a glance: how many controls, and the most sensitive data that is kept. */
export const Hints = ({
  controls,
  dataClass,
}: {
  controls: number;
  dataClass: DataClass | null;
}) => (
  <span className={styles.hints}>
    {dataClass !== null && (
      <span title={`Keeps ${dataClass} data`} data-class={dataClass} className={styles.data}>
        {dataClass[0]!.toUpperCase()}
      </span>
    )}
    {controls > 0 && (
      <span title={`${controls} ${controls === 1 ? "control" : "controls"}`}>
        <Shield />
        {controls}
      </span>
    )}
  </span>
);

export const Shield = () => (
  <svg viewBox="0 0 10 12" width="9" height="11" aria-hidden="true" className={styles.shield}>
    <path d="M5 .8 9 2.3v3.4c0 2.4-1.6 4.4-4 5.5-2.4-1.1-4-3.1-4-5.5V2.3Z" />
  </svg>
);
