import type { NetworkBrief } from "../../brief.ts";
import styles from "./repair.module.css";

/** What has to hold after the repair. Which flows prove it stays hidden. */
export const Requirements = ({ requirements }: Pick<NetworkBrief, "requirements">) => (
  <section aria-labelledby="has-to-hold">
    <h2 id="has-to-hold" className={styles.title}>
      Has to hold
    </h2>
    <ul className={styles.requirements}>
      {requirements.map(({ id, title, detail }) => (
        <li key={id}>
          {title}
          {detail !== undefined && <span className={styles.soft}>{detail}</span>}
        </li>
      ))}
      <li>Nothing else opens</li>
    </ul>
  </section>
);
