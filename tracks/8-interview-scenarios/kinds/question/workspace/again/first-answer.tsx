import { criteriaOf, useMarks } from "@loopwright/prose/react";
import main from "@loopwright/prose/main.module.css";
import type { Grade } from "@loopwright/core";
import { MarkedText, pointingAt, VerdictMark } from "@loopwright/ui";

import styles from "./again.module.css";

type FirstAnswerProps = { text: string; grade: Grade | null | undefined };

/** The first try, to read while the second is written; it can be folded away. */
export function FirstAnswer({ text, grade }: FirstAnswerProps) {
  const { marks, active, onActive } = useMarks(grade);
  return (
    <details open className={styles.first}>
      <summary>First answer</summary>
      {text.trim() === "" ? (
        <p className={main.quiet}>Nothing was said.</p>
      ) : (
        <div className={styles.small}>
          <MarkedText text={text} marks={marks} active={active} onActive={onActive} />
        </div>
      )}
      <ol className={styles.points} aria-label="Points of the first answer">
        {criteriaOf(grade).map(({ id, title, verdict }) => (
          <li key={id} {...pointingAt(id, onActive)}>
            <VerdictMark verdict={verdict} />
            <span>{title}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
