import type { StageProps } from "@loopwright/ui";

import type { ClarifyReveal } from "../../reveal.ts";
import styles from "./told-facts.module.css";

/** Everything that could have been asked, and what the answer would have been. */
export function ToldFacts({ reveal }: Pick<StageProps, "reveal">) {
  const told = reveal as unknown as ClarifyReveal | null;
  if (!told) return null;
  return (
    <section>
      <h2 className={styles.title}>What the interviewer knew</h2>
      <dl className={styles.facts}>
        {told.topics.map(({ id, ask, fact, why }) => (
          <div key={id} className={styles.fact}>
            <dt>{ask}</dt>
            <dd>
              <p>{fact}</p>
              <p className={styles.why}>{why}</p>
            </dd>
          </div>
        ))}
      </dl>
      <h2 className={styles.title}>A scope that holds</h2>
      <p className={styles.sample}>{told.sample.scope}</p>
      <h2 className={styles.title}>Assumptions that hold</h2>
      <p className={styles.sample}>{told.sample.assumptions}</p>
    </section>
  );
}
