import styles from "./refused.module.css";

/** Why nothing was submitted, right where it was. */
export const Refused = ({ why }: { why: string | null }) =>
  why !== null && (
    <p role="alert" className={styles.refused}>
      {why}
    </p>
  );
