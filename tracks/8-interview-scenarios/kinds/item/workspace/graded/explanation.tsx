import type { Verdict } from "@loopwright/core";
import { classNames, VerdictMark } from "@loopwright/ui";
import type { ReactNode } from "react";

import { InlineCode } from "../inline-code.tsx";
import styles from "./explanation.module.css";

type ExplanationProps = {
  /** Null where nothing was answered, so that nothing is judged. */
  verdict: Verdict | null;
  /** What is true of it, and what was answered: "Wrong, but chosen". */
  head: string;
  /** What it is about: the option, the step. */
  subject?: ReactNode;
  why: string;
};

/** One option, step, place or value with its verdict as a shape and in words, and why beneath. */
export const Explanation = ({ verdict, head, subject, why }: ExplanationProps) => (
  <div className={classNames(styles.explanation, verdict && styles[verdict])}>
    {subject && <div className={styles.subject}>{subject}</div>}
    <p className={styles.head}>
      {verdict && <VerdictMark verdict={verdict} />}
      <span>{head}</span>
    </p>
    <p className={styles.why}>
      <InlineCode text={why} />
    </p>
  </div>
);
