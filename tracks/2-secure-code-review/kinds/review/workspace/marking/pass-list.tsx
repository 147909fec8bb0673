import { Button } from "@loopwright/ui";

import styles from "./pass-list.module.css";
import { passes, usePasses } from "./use-passes.ts";

/** The order of a review, to tick off for oneself. Off until it is asked for. */
export function PassList({ attemptId }: { attemptId: string }) {
  const { shown, show, isTicked, tick } = usePasses(attemptId);
  return (
    <section className={styles.list} aria-label="Pass list">
      <Button look="quiet" small aria-expanded={shown} onClick={() => show(!shown)}>
        {shown ? "Hide the pass list" : "Show the pass list"}
      </Button>
      {shown && (
        <>
          <ol>
            {passes.map(({ id, title, about }) => (
              <li key={id}>
                <label className={styles.pass}>
                  <input
                    type="checkbox"
                    checked={isTicked(id)}
                    onChange={({ target }) => tick(id, target.checked)}
                  />
                  <span>
                    {title}: <span className={styles.about}>{about}</span>
                  </span>
                </label>
              </li>
            ))}
          </ol>
          <p className={styles.about}>Ticks are a note to oneself; nothing grades them.</p>
        </>
      )}
    </section>
  );
}
