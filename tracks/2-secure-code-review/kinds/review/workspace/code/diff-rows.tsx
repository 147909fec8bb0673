import { classNames, VisuallyHidden } from "@loopwright/ui";

import styles from "./code-lines.module.css";
import { Tokens } from "./code-line.tsx";
import type { Token } from "./highlight.ts";

/** A line that a change took away: to be read, not to be marked. */
export const GoneLine = ({ old, tokens }: { old: number; tokens: Token[] }) => (
  <div role="row" className={classNames(styles.line, styles.gone)}>
    <span role="rowheader" className={styles.gutter}>
      <span className={styles.mark} />
      <span className={styles.number}>
        <VisuallyHidden>removed, was line </VisuallyHidden>
        {old}
      </span>
      <span className={styles.number} />
      <span className={styles.sign} aria-hidden="true">
        −
      </span>
    </span>
    <span role="gridcell" className={styles.code}>
      <Tokens tokens={tokens} />
    </span>
  </div>
);

type FoldRowProps = { from: number; to: number; onOpen: () => void };

/** Stands for unchanged lines, and brings them back. */
export const FoldRow = ({ from, to, onOpen }: FoldRowProps) => (
  <div role="row" className={styles.fold}>
    <span role="gridcell" className={styles.foldCell}>
      <button
        type="button"
        className={styles.unfold}
        aria-label={`Show ${to - from + 1} lines, ${from} to ${to}`}
        onClick={onOpen}
      >
        Show {to - from + 1} lines
      </button>
    </span>
  </div>
);
