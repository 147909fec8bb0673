import { classNames } from "@loopwright/ui";

import styles from "./lines.module.css";

type LineNumbersProps = { rows: number; marked: ReadonlySet<number> };

/** For the eye: problems name their line in words below. */
export const LineNumbers = ({ rows, marked }: LineNumbersProps) => (
  <div className={styles.numbers} aria-hidden="true">
    {Array.from({ length: rows }, (_, index) => index + 1).map((line) => (
      <div key={line} className={classNames(marked.has(line) && styles.wrong)}>
        {marked.has(line) ? "○ " : ""}
        {line}
      </div>
    ))}
  </div>
);
