import type { Property } from "../../material/properties.ts";
import styles from "./as-known.module.css";

/** What had to hold in the drawing, why, and what would make it hold. */
export const Properties = ({ properties }: { properties: readonly Property[] }) =>
  properties.length > 0 && (
    <section className={styles.known} aria-label="What had to hold">
      {properties.map(({ id, title, why, fix }) => (
        <section key={id}>
          <h3>{title}</h3>
          <p>{why}</p>
          <p className={styles.title}>{fix}</p>
        </section>
      ))}
    </section>
  );
