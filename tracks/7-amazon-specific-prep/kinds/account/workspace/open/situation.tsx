import { InlineCode } from "@loopwright/ui";

import type { AccountBrief, Goal, StageName } from "../../brief.ts";
import styles from "../account.module.css";

type SituationProps = {
  brief: AccountBrief;
  stage: StageName;
  /** Why the stage was not submitted. */
  refused: string | null;
};

/** The goals of the stage, who sits at the terminal, and the accounts that there are. */
export function Situation({ brief, stage, refused }: SituationProps) {
  const seat = brief.seats[stage];
  return (
    <div className={styles.side}>
      {refused && <p role="alert">{refused}</p>}
      <section aria-label="Goals of this stage">
        <h2 className={styles.heading}>{stage === "reach" ? "To reach" : "To hold at the end"}</h2>
        <Goals goals={brief.goals.filter((goal) => goal.stage === stage)} />
      </section>
      {seat && (
        <section aria-label="Who sits here">
          <h2 className={styles.heading}>Who sits here</h2>
          <p>{seat.who}</p>
          <code className={styles.name}>{seat.as}</code>
        </section>
      )}
      <section aria-label="Accounts">
        <h2 className={styles.heading}>Accounts, in {brief.region}</h2>
        <Accounts accounts={brief.accounts} />
      </section>
      <p className={styles.detail}>
        This stage has an account of its own, untouched at its start. What was run counts as it
        stands when the stage is submitted.
      </p>
    </div>
  );
}

const Goals = ({ goals }: { goals: readonly Goal[] }) => (
  <ol className={styles.goals}>
    {goals.map(({ id, title, detail, essential }) => (
      <li key={id}>
        <h3 className={styles.goal}>{title}</h3>
        {detail && (
          <p className={styles.detail}>
            <InlineCode text={detail} />
          </p>
        )}
        {!essential && <p className={styles.detail}>Counts, and is not essential.</p>}
      </li>
    ))}
  </ol>
);

const Accounts = ({ accounts }: Pick<AccountBrief, "accounts">) => (
  <dl className={styles.accounts}>
    {accounts.map(({ id, name, note }) => (
      <div key={id}>
        <dt>
          {name} <code className={styles.name}>{id}</code>
        </dt>
        <dd className={styles.detail}>
          <InlineCode text={note} />
        </dd>
      </div>
    ))}
  </dl>
);
