import type { Marked } from "@loopwright/server";
import styles from "./library.module.css";

/** A plain text with the places that were found in it. */
export function MarkedWords({ marked: { text, ranges } }: { marked: Marked }) {
  const starts = [0, ...ranges.map(([, end]) => end)];
  return (
    <>
      {ranges.map(([start, end], index) => (
        <span key={start}>
          {text.slice(starts[index], start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(starts.at(-1))}
    </>
  );
}
