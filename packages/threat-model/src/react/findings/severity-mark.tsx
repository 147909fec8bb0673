import type { ReactNode } from "react";

import { classNames } from "@loopwright/ui";

import styles from "./severity-mark.module.css";

export type Severity = "critical" | "high" | "medium" | "low" | "unjudged";

type SeverityMarkProps = {
  severity: Severity;
  /** The word; the shape alone says nothing to a screen reader. */
  children: ReactNode;
};

/** A shape that fills with the severity, and the word beside it: told apart without seeing any colour. */
export const SeverityMark = ({ severity, children }: SeverityMarkProps) => (
  <span className={classNames(styles.mark, styles[severity])}>
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className={styles.shape}>
      <Shape severity={severity} />
    </svg>
    {children}
  </span>
);

const triangle = "M6 1.2 L11.2 10.8 H0.8 Z";

function Shape({ severity }: { severity: Severity }) {
  const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.4 };
  if (severity === "critical")
    return <rect x="1" y="1" width="10" height="10" fill="currentColor" />;
  if (severity === "unjudged")
    return <circle cx="6" cy="6" r="4.6" {...line} strokeDasharray="2 2" />;
  return (
    <>
      <path d={triangle} {...line} strokeLinejoin="round" />
      {severity === "high" && <path d={triangle} fill="currentColor" />}
      {severity === "medium" && <path d="M3.4 6 H8.6 L11.2 10.8 H0.8 Z" fill="currentColor" />}
    </>
  );
}
