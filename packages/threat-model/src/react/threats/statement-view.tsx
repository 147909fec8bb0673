import { VerdictMark } from "@loopwright/ui";

import type { Statement } from "../../model/model.ts";
import { renderStatement, type Check } from "../../statements/index.ts";
import styles from "./statement.module.css";

type StatementViewProps = { statement: Statement; checks: readonly Check[] };

/** The sentence as it reads, and how many of the checks hold. */
export function StatementView({ statement, checks }: StatementViewProps) {
  const sentence = renderStatement(statement);
  if (sentence === "")
    return (
      <p className={styles.none}>
        The sentence is made of the parts below: who, with what, can do what, which leads to what.
      </p>
    );
  const holding = checks.filter(({ ok }) => ok).length;
  return (
    <div className={styles.view}>
      <p className={styles.sentence}>{withGaps(sentence)}</p>
      <details className={styles.checks}>
        <summary>
          {holding} of {checks.length} checks hold
        </summary>
        <ul>
          {checks.map(({ id, ok, title, hint }) => (
            <li key={id}>
              <VerdictMark verdict={ok ? "met" : "missed"} />
              <span>
                {title}
                {!ok && <span className={styles.next}>. {hint}</span>}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** What is missing stands in brackets, and is drawn as a gap. */
const withGaps = (sentence: string) =>
  sentence.split(/(\[[a-z]+\])/).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <span key={piece} className={styles.gap}>
        {piece}
      </span>
    ),
  );
