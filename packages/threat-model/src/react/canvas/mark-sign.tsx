import { tones, type Mark } from "../../report/marks.ts";
import styles from "./node.module.css";

/** The sign of a mark on a corner of its part. */
export const MarkSign = ({ mark: { tone, note } }: { mark: Mark }) => (
  <span className={styles.mark} data-tone={tone} title={`${tones[tone].word}: ${note}`}>
    {tones[tone].sign}
  </span>
);
