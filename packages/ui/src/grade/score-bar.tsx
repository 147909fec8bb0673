import type { ScoreRange } from "@loopwright/core";

import { barWords, usePassBar } from "./pass-bar.ts";
import styles from "./score-bar.module.css";

type ScoreBarProps = { range: ScoreRange };

/** "62 to 74"; one figure where both ends meet. */
export const rangeWords = ({ low, high }: ScoreRange): string =>
  low === high ? `${low}` : `${low} to ${high}`;

/** Solid up to the low end, hatched to the high end: what is proven, and what may be. */
export function ScoreBar({ range }: ScoreBarProps) {
  const bar = usePassBar();
  const { low, high } = range;
  return (
    <div className={styles.score}>
      <p className={styles.words}>
        <span className={styles.figure}>{rangeWords(range)}</span> of 100; {barWords(bar)}
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.low} style={{ width: `${low}%` }} />
        <span className={styles.high} style={{ left: `${low}%`, width: `${high - low}%` }} />
      </div>
      {low < high && (
        <p className={styles.key}>
          Solid is proven. Hatched is open: not found, and not ruled out.
        </p>
      )}
    </div>
  );
}
