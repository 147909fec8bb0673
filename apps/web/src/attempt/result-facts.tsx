import { clockWords } from "@loopwright/ui";

import type { AttemptView } from "@loopwright/server";
import { conditionsWords, count, minutesWords, momentWords } from "../words.ts";
import styles from "./attempt-result.module.css";

/** Time, conditions, and whether it counts for readiness. */
export function ResultFacts({ view }: { view: AttemptView }) {
  const { summary, drill, conditions, startedAt, hintsShown } = view;
  const facts = [
    ["Time", `${clockWords(summary.timedMs)}, aim ${minutesWords(drill.meta.minutes)}`],
    ["Conditions", conditionsWords[conditions]],
    ["Hints", hintsShown.length === 0 ? "none" : count(hintsShown.length, "hint")],
    ["Started", momentWords(startedAt)],
    ["Readiness", summary.proves.counts ? "counts" : `does not count: ${summary.proves.because}`],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
