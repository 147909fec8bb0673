import { levelWords, type Level } from "@loopwright/core/readiness-levels";
import { classNames } from "@loopwright/ui";

import styles from "./level-mark.module.css";

const steps = [1, 2, 3] as const;

/** Three steps, filled as far as the level goes, and dashed where nothing measures it. A word stands beside it. */
export const LevelMark = ({ level, measurable = true }: { level: Level; measurable?: boolean }) => (
  <span className={classNames(styles.mark, level === 3 && styles.ready)} aria-hidden="true">
    {steps.map((step) => (
      <span
        key={step}
        className={classNames(
          styles.step,
          step <= level && styles.filled,
          !measurable && styles.dashed,
        )}
      />
    ))}
  </span>
);

export const levelWord = ({ level, measurable }: { level: Level; measurable: boolean }): string =>
  measurable || level > 0 ? levelWords[level] : "Not measured";
