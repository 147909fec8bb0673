import styles from "./desk.module.css";

/** What the terminal is, and where to begin while nothing was run. */
export const Intro = ({ isNew }: { isNew: boolean }) => (
  <div className={styles.intro}>
    <p>AWS CLI v1 and Python with boto3, in an emulated account. Nothing leaves this machine.</p>
    {isNew && (
      <p>
        To begin: <code>aws sts get-caller-identity</code> tells who sits here, <code>ls</code> what
        lies here, <code>aws iam help</code> what there is to call, <code>help</code> what the shell
        knows.
      </p>
    )}
  </div>
);
