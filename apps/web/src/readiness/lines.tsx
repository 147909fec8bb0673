import { classNames, Ring, VisuallyHidden } from "@loopwright/ui";

import type { LineView } from "@loopwright/server";
import { AttemptList } from "../lists/attempt-list.tsx";
import { Section } from "../lists/section.tsx";
import styles from "./lines.module.css";

/** The five "done means" lines: the ring, and tick-boxes that open their evidence. */
export const Lines = ({ lines }: { lines: LineView[] }) => (
  <Section title="Ready, by evidence">
    <div className={styles.ring}>
      <Ring
        sizePx={116}
        closed={lines.map(({ proven }) => proven)}
        label={`${lines.filter(({ proven }) => proven).length} of ${lines.length} lines are proven`}
      />
    </div>
    <ul>
      {lines.map((line) => (
        <li key={line.id} className={styles.line}>
          <details>
            <summary className={styles.summary}>
              <TickBox proven={line.proven} />
              <span>
                <span className={styles.title}>{line.title}</span>
                <span className={styles.status}>{line.status}</span>
              </span>
            </summary>
            <div className={styles.evidence}>
              <Evidence line={line} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  </Section>
);

function TickBox({ proven }: { proven: boolean }) {
  return (
    <span className={classNames(styles.box, proven && styles.proven)}>
      <VisuallyHidden>{proven ? "Proven: " : "Not proven yet: "}</VisuallyHidden>
      {proven && (
        <svg
          viewBox="0 0 13 13"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d="M2.5 6.8 L5.3 9.5 L10.5 3.8" />
        </svg>
      )}
    </span>
  );
}

function Evidence({ line: { declared, evidence } }: { line: LineView }) {
  if (evidence.length > 0) return <AttemptList attempts={evidence} />;
  return (
    <p className={styles.none}>
      {declared
        ? "No attempt proves it yet. Passes under interview conditions without hints do."
        : "No track of this version measures it."}
    </p>
  );
}
