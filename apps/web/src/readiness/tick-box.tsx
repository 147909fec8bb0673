import { classNames, VisuallyHidden } from "@loopwright/ui";

import styles from "./tick-box.module.css";

/** Ticked by evidence alone: nobody can click it. */
export const TickBox = ({ proven }: { proven: boolean }) => (
  <span className={classNames(styles.box, proven && styles.proven)}>
    <VisuallyHidden>{proven ? "Proven: " : "Not proven yet: "}</VisuallyHidden>
    {proven && (
      <svg viewBox="0 0 13 13" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        <path d="M2.5 6.8 L5.3 9.5 L10.5 3.8" />
      </svg>
    )}
  </span>
);
