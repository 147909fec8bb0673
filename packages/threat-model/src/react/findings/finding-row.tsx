import { classNames } from "@loopwright/ui";
import { useId, useRef } from "react";

import { stride } from "../../model/words.ts";
import type { Finding } from "../../rules/finding.ts";
import { FindingActions } from "./finding-actions.tsx";
import { FindingDetail } from "./finding-detail.tsx";
import type { FindingsPanelProps } from "./findings-panel.tsx";
import styles from "./findings.module.css";
import { isSettled } from "./groups.ts";
import { SeverityMark } from "./severity-mark.tsx";

export type FindingProps = Omit<FindingsPanelProps, "analysis" | "selected"> & { finding: Finding };

type FindingRowProps = FindingProps & { open: boolean; onToggle: () => void };

/** A line that unfolds into the reason, the lesson and what can be done. */
export function FindingRow({ open, onToggle, ...props }: FindingRowProps) {
  const { finding, readOnly = false } = props;
  const id = useId();
  const line = useRef<HTMLButtonElement>(null);
  const { severity, total } = finding.score;
  return (
    <li className={classNames(styles.finding, isSettled(finding) && styles.settled)}>
      <button
        ref={line}
        type="button"
        className={styles.line}
        aria-expanded={open}
        aria-controls={`${id}-detail`}
        onClick={onToggle}
      >
        <span className={styles.severity}>
          <SeverityMark severity={severity}>
            {severity} <span className={styles.total}>{total}</span>
          </SeverityMark>
        </span>
        <span className={styles.title}>{finding.title}</span>
        <span className={styles.kind}>
          {stride[finding.stride].title}
          {settledWords(finding)}
        </span>
      </button>
      <div id={`${id}-detail`} hidden={!open} className={styles.detail}>
        {open && (
          <>
            {/* The button that was pressed is gone after it: the line takes the focus back. */}
            {!readOnly && <FindingActions {...props} onDone={() => line.current?.focus()} />}
            <FindingDetail {...props} />
          </>
        )}
      </div>
    </li>
  );
}

function settledWords({ decision, threat }: Finding): string {
  if (decision !== null) return decision.state === "accepted" ? " · accepted" : " · not applicable";
  return threat === null ? "" : ` · threat ${threat}`;
}
