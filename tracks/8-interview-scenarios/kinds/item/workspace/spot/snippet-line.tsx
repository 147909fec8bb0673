import { tonesOf } from "./tones.ts";
import styles from "./snippet.module.css";

type SnippetLineProps = { line: number; text: string; language: string };

/** Number and text of a line; what is around them differs between marking and reading. */
export const SnippetLine = ({ line, text, language }: SnippetLineProps) => (
  <>
    <span className={styles.number}>{line}</span>
    <code className={styles.code}>
      {tonesOf(text, language).map(({ column, text: part, tone }) => (
        <span key={column} className={styles[tone]}>
          {part}
        </span>
      ))}
    </code>
  </>
);
