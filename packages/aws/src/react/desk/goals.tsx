import { InlineCode } from "@loopwright/ui";

import styles from "./desk.module.css";

type GoalsProps = {
  title: string;
  goals: readonly { id: string; title: string; detail?: string | undefined; essential: boolean }[];
};

/** What has to be reached at a desk, or to hold at the end. */
export const Goals = ({ title, goals }: GoalsProps) => (
  <section aria-label="Goals of this stage">
    <h2 className={styles.heading}>{title}</h2>
    <ol className={styles.goals}>
      {goals.map(({ id, title: goal, detail, essential }) => (
        <li key={id}>
          <h3 className={styles.goal}>{goal}</h3>
          {detail && (
            <p className={styles.detail}>
              <InlineCode text={detail} />
            </p>
          )}
          {!essential && <p className={styles.detail}>Counts, and is not essential.</p>}
        </li>
      ))}
    </ol>
  </section>
);
