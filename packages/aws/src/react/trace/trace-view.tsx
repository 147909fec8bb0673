import { classNames } from "@loopwright/ui";

import type { ShownTrace } from "../../decide/shown.ts";
import { folded } from "./folded.ts";
import { GateView } from "./gate-view.tsx";
import { OutcomeMark } from "./outcome-mark.tsx";
import styles from "./trace-view.module.css";

type TraceViewProps = {
  trace: ShownTrace;
  /** Names the list of gates for screen readers. */
  label?: string;
};

/** A decision and everything that had a say in it, gate by gate, in the order in which AWS asks them. */
export const TraceView = ({ trace, label = "How it was decided" }: TraceViewProps) => (
  <div className={styles.trace}>
    <p className={classNames(styles.summary, trace.allowed ? styles.allows : styles.denies)}>
      <OutcomeMark verdict={trace.allowed ? "allows" : "denies"} />
      <span className={styles.words}>{trace.summary}</span>
    </p>
    <ol className={styles.gates} aria-label={label}>
      {folded(trace.gates).map((gate) => (
        <GateView key={`${gate.gate} ${gate.level ?? ""}`} gate={gate} />
      ))}
    </ol>
  </div>
);
