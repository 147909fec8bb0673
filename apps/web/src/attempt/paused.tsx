import { Button } from "@loopwright/ui";

import styles from "./paused.module.css";

type PausedProps = { busy: boolean; onResume: () => void };

/** A pause stops the clock and hides the material: thinking time is working time. */
export const Paused = ({ busy, onResume }: PausedProps) => (
  <section className={styles.paused}>
    <h2 className={styles.title}>Paused</h2>
    <p>The clock stands still, and the material is hidden until it goes on.</p>
    <Button look="primary" keys="Enter" disabled={busy} onClick={onResume}>
      Resume
    </Button>
  </section>
);
