import type { Measure } from "@loopwright/core";

import { clockWords } from "../timer.tsx";
import styles from "./measures.module.css";

/** Figures that decide nothing, such as F1 and when each finding was made. */
export const Measures = ({ measures }: { measures: Measure[] }) =>
  measures.length > 0 && (
    <details className={styles.measures}>
      <summary>Measured</summary>
      <dl>
        {measures.map((one) => (
          <div key={one.id}>
            <dt>{one.title}</dt>
            <dd>{inWords(one)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );

const inWords = ({ value, unit }: Measure): string =>
  unit === "s" ? clockWords(value * 1000) : `${Math.round(value * 10) / 10} ${unit}`;
