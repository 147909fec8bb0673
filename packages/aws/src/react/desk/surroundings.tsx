import { InlineCode } from "@loopwright/ui";

import styles from "./desk.module.css";

type SurroundingsProps = {
  /** Who sits at the terminal: in words, and as an ARN. */
  seat: { who: string; as: string } | undefined;
  region: string;
  accounts: readonly { id: string; name: string; note: string }[];
};

/** Who sits at a desk, and the accounts that there are. */
export const Surroundings = ({ seat, region, accounts }: SurroundingsProps) => (
  <>
    {seat && (
      <section aria-label="Who sits here">
        <h2 className={styles.heading}>Who sits here</h2>
        <p>{seat.who}</p>
        <code className={styles.name}>{seat.as}</code>
      </section>
    )}
    <section aria-label="Accounts">
      <h2 className={styles.heading}>Accounts, in {region}</h2>
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
    </section>
    <p className={styles.detail}>
      This stage has an account of its own, untouched at its start. What was run counts as it stands
      when the stage is submitted.
    </p>
  </>
);
