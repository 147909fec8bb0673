import { classNames } from "@loopwright/ui";

import type { ScanResult } from "../../scan.ts";
import styles from "./scan-panel.module.css";

type ScanPlaceProps = { result: ScanResult; onGo: (file: string, line: number) => void };

/** Rule, level and place of a result; the place leads to its line. */
export const ScanPlace = ({ result: { rule, level, file, from }, onGo }: ScanPlaceProps) => (
  <p className={styles.head}>
    <span className={styles.rule}>{rule}</span>{" "}
    <span className={classNames(styles.level, styles[level])}>{level}</span>{" "}
    <button type="button" className={styles.place} onClick={() => onGo(file, from)}>
      {file}:{from}
    </button>
  </p>
);
