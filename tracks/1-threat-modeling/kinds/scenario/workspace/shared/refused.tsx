import styles from "./fields.module.css";

/** Why a stage was not submitted. */
export const Refused = ({ why }: { why: string | null }) =>
  why && (
    <p className={styles.problem} role="alert">
      {why}
    </p>
  );
