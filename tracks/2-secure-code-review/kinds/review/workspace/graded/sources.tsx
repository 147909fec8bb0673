import type { ReviewReveal } from "../../reveal.ts";
import styles from "./graded-stage.module.css";

export function Sources({ sources }: Pick<ReviewReveal, "sources">) {
  if (sources.length === 0) return null;
  return (
    <section>
      <h2 className={styles.title}>Sources</h2>
      <ul className={styles.sources}>
        {sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
