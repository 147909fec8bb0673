import { Ring } from "@loopwright/ui";
import { Link } from "@tanstack/react-router";

import type { LineView } from "@loopwright/server";
import { AttemptList } from "../lists/attempt-list.tsx";
import { Section } from "../lists/section.tsx";
import styles from "./lines.module.css";
import { TickBox } from "./tick-box.tsx";

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
    <Link to="/readiness" className={styles.all}>
      All of readiness
    </Link>
  </Section>
);

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
