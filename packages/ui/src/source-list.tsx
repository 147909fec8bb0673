import styles from "./source-list.module.css";

/** What a key stands on: links that open beside the work. */
export const SourceList = ({ sources }: { sources: readonly { title: string; url: string }[] }) => (
  <ul className={styles.sources}>
    {sources.map(({ title, url }) => (
      <li key={url}>
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      </li>
    ))}
  </ul>
);
