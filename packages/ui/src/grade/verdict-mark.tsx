import type { Verdict } from "@loopwright/core";

import { classNames } from "../class-names.ts";
import { VisuallyHidden } from "../visually-hidden.tsx";
import styles from "./verdict-mark.module.css";

/** For places that take text only; elsewhere VerdictMark draws them. */
export const verdictShapes: Record<Verdict, string> = {
  met: "●",
  partly: "◐",
  missed: "○",
  unsure: "?",
};

export const verdictWords: Record<Verdict, string> = {
  met: "Met",
  partly: "Partly",
  missed: "Missed",
  unsure: "Unsure",
};

type VerdictMarkProps = {
  verdict: Verdict;
  /** Shows the word too; it is spoken in any case. */
  word?: boolean;
};

/** ● met, ◐ partly, ○ missed, ? unsure: told apart without seeing any colour. */
export function VerdictMark({ verdict, word = false }: VerdictMarkProps) {
  const words = verdictWords[verdict];
  return (
    <span className={classNames(styles.mark, styles[verdict])}>
      <span className={styles.shape} aria-hidden="true">
        {verdict === "unsure" ? "?" : <Disc verdict={verdict} />}
      </span>
      {word ? words : <VisuallyHidden>{words}: </VisuallyHidden>}
    </span>
  );
}

// Drawn, since few fonts have all three characters at one size.
function Disc({ verdict }: { verdict: Exclude<Verdict, "unsure"> }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12">
      <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {verdict === "met" && <circle cx="6" cy="6" r="5" fill="currentColor" />}
      {verdict === "partly" && <path d="M6 1 A5 5 0 0 0 6 11 Z" fill="currentColor" />}
    </svg>
  );
}
